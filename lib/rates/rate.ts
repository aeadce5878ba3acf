import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { providerSlug } from '@/lib/catalog/provider.ts'
import { isCurrencyCode } from '@/lib/core/currency-code.ts'
import { isDay } from '@/lib/core/period.ts'
import { decimalFault } from '@/lib/core/plain-decimal.ts'
import type { RateTerms } from '@/lib/core/rate-terms.ts'

/** Unit of a price for one GPU for one hour, whatever unit the charges are in. */
export const GPU_HOUR = 'gpu-hour'

export const pricingCategories = ['Standard', 'Dynamic', 'Committed', 'Other'] as const

/** A stored rate that counts. */
export type Rate = RateTerms & { id: number; importId: number | null; createdBy: string; createdAt: string }

/** A rate as somebody wrote it: every field is text, blank where it is not said. */
export type RateDraft = Record<keyof RateTerms, string | null>

export type RateFault = { field: keyof RateTerms; reason: string; whatToDo: string }

const longest = 200
const day = 'Write the day as YYYY-MM-DD.'

/** Reads a draft; says everything that is wrong with it, by field. Pure. */
export function readRate(draft: RateDraft): { terms: RateTerms } | { faults: RateFault[] } {
  const text = (field: keyof RateTerms) => draft[field]?.trim() || null
  const faults: RateFault[] = []
  const fault = (field: keyof RateTerms, reason: string, whatToDo: string) => faults.push({ field, reason, whatToDo })
  for (const field of Object.keys(draft) as (keyof RateTerms)[]) {
    if ((text(field)?.length ?? 0) > longest) fault(field, `is longer than ${longest} characters`, 'Shorten it.')
  }
  const provider = text('provider')
  if (provider === null) fault('provider', 'is missing', 'Say whose charges it prices, such as CoreWeave.')
  const unit = readUnit(text('unit'))
  if (unit === null) fault('unit', 'is missing', 'Write gpu-hour, or the unit of the charges such as GiB-Hours.')
  const klass = text('gpuClass')
  if (klass !== null && gpuClass(klass) === null)
    fault(
      'gpuClass',
      'is not a GPU class of the catalogue',
      'Write a class as it stands on the GPUs page, such as H100-SXM-80GB.',
    )
  const category = text('pricingCategory')
  const named = pricingCategories.find((one) => one.toLowerCase() === category?.toLowerCase()) ?? null
  if (category !== null && named === null)
    fault(
      'pricingCategory',
      'is not a FOCUS pricing category',
      `Write ${pricingCategories.join(', ')}, or leave it empty.`,
    )
  const price = text('price')
  const wrong = price === null ? 'is missing' : decimalFault(price)
  if (wrong) fault('price', wrong, 'Write a decimal of zero or more with a point, such as 2.49.')
  const currency = text('currency')?.toUpperCase() ?? ''
  if (!isCurrencyCode(currency))
    fault('currency', currency ? 'is not an ISO 4217 currency' : 'is missing', 'Write its code, such as USD.')
  const from = text('validFrom')
  if (from === null || !isDay(from)) fault('validFrom', from === null ? 'is missing' : 'is not a day', day)
  const to = text('validTo')
  if (to !== null && !isDay(to))
    fault('validTo', 'is not a day', `${day} It is the first day on which the rate does not hold.`)
  else if (to !== null && from !== null && isDay(from) && to <= from)
    fault(
      'validTo',
      `is not after ${from}`,
      'It is the first day on which the rate does not hold: write a later day, or leave it empty.',
    )
  if (faults.length > 0) return { faults }
  return {
    terms: {
      provider: providerSlug(provider ?? ''),
      skuId: text('skuId'),
      gpuClass: klass,
      regionId: text('regionId'),
      pricingCategory: named,
      unit: unit ?? '',
      price: price ?? '',
      currency,
      validFrom: from ?? '',
      validTo: to,
      source: text('source') ?? '',
    },
  }
}

function readUnit(text: string | null): string | null {
  return text !== null && comparableUnit(text) === 'gpu hour' ? GPU_HOUR : text
}

/** A unit as it is compared: `GPU-Hours`, `gpu hour` and `GPU_HOUR` are one. */
export function comparableUnit(unit: string): string {
  const words = unit
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
  return words.replace(/\bhours$/, 'hour')
}

/** What two rates must share to be prices of the same thing. */
export function sameConditions(a: RateTerms, b: RateTerms): boolean {
  const key = ({ provider, skuId, gpuClass: klass, regionId, pricingCategory, unit }: RateTerms) =>
    JSON.stringify([provider, skuId, klass, regionId, pricingCategory, comparableUnit(unit)])
  return key(a) === key(b)
}

/** Whether both hold on some day. */
export function overlap(a: RateTerms, b: RateTerms): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo)
}

/** The ids of stored rates for the same charges from the same day as one of these: they are replaced. */
export function twinsOf(terms: readonly RateTerms[], live: readonly Rate[]): number[] {
  return live
    .filter((rate) => terms.some((one) => sameConditions(one, rate) && one.validFrom === rate.validFrom))
    .map(({ id }) => id)
}
