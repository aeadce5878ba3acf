import { providerSlug } from '@/lib/catalog/provider.ts'
import type { Day } from '@/lib/core/period.ts'
import type { RateTerms } from '@/lib/core/rate-terms.ts'

/** A dated price as table `rate` has it; where it comes from does not matter here. */
export type DatedRate = { id: number } & Omit<RateTerms, 'source'>

/** What a rate looks at in a meter. */
export type PricedMeter = {
  provider: string
  skuId: string | null
  skuMeter: string | null
  gpuClass: string | null
  regionId: string | null
  pricingCategory: string | null
  consumedUnit: string | null
  gpuHoursNumerator: string | null
  gpuHoursDenominator: string | null
}

/** From which day to which (exclusive, null: without end) a rate prices one unit of the meter's quantity. */
export type RateTerm = { fromDay: Day; toDay: Day | null; rateId: number; price: string; currency: string }

/** Decimals of a price per GPU hour on a quantity in seconds and the like; other prices are exact. */
const DECIMALS = 18n

/**
 * Which rate prices a meter on which days. Of several that hold on a day the most specific wins: one with a SKU, then with a GPU class, then
 * with a region, then with a pricing category; then the one that began last, then the newest. Days without a rate have no term: no price.
 */
export function rateTerms(meter: PricedMeter, rates: readonly DatedRate[]): RateTerm[] {
  const holding = rates.filter((rate) => holds(rate, meter) && unitPrice(rate, meter) !== null)
  const days = [...new Set(holding.flatMap((rate) => [rate.validFrom, ...(rate.validTo ? [rate.validTo] : [])]))].sort()
  const terms: RateTerm[] = []
  for (const [i, fromDay] of days.entries()) {
    const toDay = days[i + 1] ?? null
    const best = holding
      .filter((rate) => rate.validFrom <= fromDay && (rate.validTo === null || rate.validTo > fromDay))
      .reduce<DatedRate | null>((a, b) => (a === null || isBetter(b, a) ? b : a), null)
    if (!best) continue
    const last = terms.at(-1)
    if (last && last.rateId === best.id && last.toDay === fromDay) last.toDay = toDay
    else
      terms.push({ fromDay, toDay, rateId: best.id, price: unitPrice(best, meter) as string, currency: best.currency })
  }
  return terms
}

const same = (a: string | null, b: string | null) => a !== null && b !== null && a.toLowerCase() === b.toLowerCase()

function holds(rate: DatedRate, meter: PricedMeter): boolean {
  return (
    providerSlug(rate.provider) === providerSlug(meter.provider) &&
    (rate.skuId === null || same(rate.skuId, meter.skuId) || same(rate.skuId, meter.skuMeter)) &&
    (rate.gpuClass === null || same(rate.gpuClass, meter.gpuClass)) &&
    (rate.regionId === null || same(rate.regionId, meter.regionId)) &&
    (rate.pricingCategory === null || same(rate.pricingCategory, meter.pricingCategory))
  )
}

function isBetter(a: DatedRate, b: DatedRate): boolean {
  for (const key of ['skuId', 'gpuClass', 'regionId', 'pricingCategory'] as const) {
    if ((a[key] === null) !== (b[key] === null)) return a[key] !== null
  }
  return a.validFrom === b.validFrom ? a.id > b.id : a.validFrom > b.validFrom
}

/** The price of one unit of the meter's quantity as decimal text; null where the rate's unit does not fit the meter. */
function unitPrice(rate: DatedRate, meter: PricedMeter): string | null {
  if (rate.unit !== 'gpu-hour') return same(rate.unit, meter.consumedUnit) ? rate.price : null
  const { gpuHoursNumerator: numerator, gpuHoursDenominator: denominator } = meter
  if (numerator === null || denominator === null) return null
  return timesFraction(rate.price, numerator, denominator)
}

function timesFraction(price: string, numerator: string, denominator: string): string {
  const [p, n, d] = [scaled(price), scaled(numerator), scaled(denominator)]
  const scale = DECIMALS + d.scale - p.scale - n.scale
  let top = p.units * n.units * 10n ** (scale > 0n ? scale : 0n)
  const bottom = d.units * 10n ** (scale < 0n ? -scale : 0n)
  top = (2n * top + bottom) / (2n * bottom)
  const digits = String(top).padStart(Number(DECIMALS) + 1, '0')
  const point = digits.length - Number(DECIMALS)
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '')
}

function scaled(decimal: string): { units: bigint; scale: bigint } {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return { units: BigInt(whole + fraction), scale: BigInt(fraction.length) }
}
