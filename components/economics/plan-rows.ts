import type { GpuClass } from '@/lib/catalog/gpu-classes.ts'
import { gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import { catalogPrices } from '@/lib/catalog/prices.ts'
import { checkpointOverhead, hoursBetweenInterruptions } from '@/lib/economics/spot.ts'
import { plannedCosts, trainingGpuHours } from '@/lib/economics/training.ts'
import { cheapestGpuHour } from '@/lib/economics/unit-price.ts'

/** What a GPU hour costs on our own bills of the last 30 days, in USD; null where it was not bought so. */
export type OwnRate = { gpuClass: string; onDemand: number | null; spot: number | null; committed: number | null }

export type Plan = {
  /** Either parameters and tokens with a utilisation, or GPU hours of a class that the plan is stated in. */
  by: 'tokens' | 'gpu-hours'
  paramsB: number
  tokensT: number
  mfu: number
  gpuHours: number
  statedClass: string
  gpus: number
  interrupted: number
  checkpointHours: number
}

export type PlanRow = {
  key: string
  gpuClass: string
  /** `your bills`, or the provider and type of the catalogue with the day of its price. */
  from: string
  gpuHours: number
  days: number
  onDemand: number | null
  spot: number | null
  committed: number | null
}

const RESTART_HOURS = 0.25
const WRITE_HOURS = 40 / 3600
const SOLD_BY = [...new Set(catalogPrices.map(({ provider }) => provider))]

/** What a planned run would cost on every class, at own rates and at the cheapest list price of each provider; the cheapest on demand first. */
export function planRows(plan: Plan, own: readonly OwnRate[]): PlanRow[] {
  const stated = gpuClasses.find(({ id }) => id === plan.statedClass)
  const rows = gpuClasses.flatMap((entry) => {
    const gpuHours = hoursOn(plan, entry, stated)
    if (gpuHours === null) return []
    const days = gpuHours / plan.gpus / 24
    const rate = own.find(({ gpuClass }) => gpuClass === entry.id)
    const mine = rate ? [rowOf(entry, 'your bills', gpuHours, days, rate, plan)] : []
    const listed = SOLD_BY.flatMap((provider) => {
      const quote = cheapestGpuHour(catalogPrices, { gpuClass: entry.id, provider })
      if (!quote) return []
      const { row } = quote
      // A spot price counts where its source names no other day than that of the on-demand price.
      const oneDay = (row.source.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every((day) => day === row.priceDate)
      const spot = row.spotUsdPerHour !== null && oneDay ? Number(row.spotUsdPerHour) / Number(row.gpuCount) : null
      return [
        rowOf(
          entry,
          `${provider} ${row.instanceType}, ${row.priceDate}`,
          gpuHours,
          days,
          { gpuClass: entry.id, onDemand: quote.usdPerGpuHour, spot, committed: null },
          plan,
        ),
      ]
    })
    return [...mine, ...listed]
  })
  const least = ({ onDemand, spot, committed }: PlanRow) =>
    Math.min(...[onDemand, spot, committed].filter((value) => value !== null))
  return rows.sort((a, b) => least(a) - least(b))
}

function hoursOn(plan: Plan, entry: GpuClass, stated: GpuClass | undefined): number | null {
  if (entry.fp16DenseTflops === null) return null
  if (plan.by === 'tokens') return trainingGpuHours(plan.paramsB, plan.tokensT, entry.fp16DenseTflops, plan.mfu)
  if (!stated?.fp16DenseTflops) return null
  return (plan.gpuHours * stated.fp16DenseTflops) / entry.fp16DenseTflops
}

function rowOf(entry: GpuClass, from: string, gpuHours: number, days: number, rate: OwnRate, plan: Plan): PlanRow {
  const overhead = checkpointOverhead({
    writeHours: WRITE_HOURS,
    intervalHours: plan.checkpointHours,
    restartHours: RESTART_HOURS,
    betweenInterruptionsHours: hoursBetweenInterruptions(plan.interrupted) / Math.max(1, plan.gpus / 8),
  })
  const price = rate.onDemand ?? rate.committed ?? rate.spot ?? 0
  const costs = plannedCosts(gpuHours, {
    onDemand: price,
    spot: overhead === null ? null : rate.spot,
    spotOverhead: overhead ?? 0,
    committed: rate.committed,
  })
  return {
    key: `${entry.id} ${from}`,
    gpuClass: entry.id,
    from,
    gpuHours,
    days,
    ...costs,
    onDemand: rate.onDemand === null ? null : costs.onDemand,
  }
}
