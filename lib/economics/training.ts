import { atLeast, positive, share } from './checked.ts'
import { spotSaving } from './spot.ts'

/** Model FLOPs utilisation, 0 to 1: 6 N T / (GPU seconds x dense peak). N are active parameters (PaLM, Appendix B, without attention). */
export function modelFlopsUtilisation(paramsB: number, tokensT: number, gpuHours: number, peakTflops: number): number {
  const flops = 6 * positive(paramsB, 'parameters') * 1e9 * positive(tokensT, 'tokens') * 1e12
  return flops / (positive(gpuHours, 'GPU hours') * 3600 * positive(peakTflops, 'peak') * 1e12)
}

/** GPU hours to train so many parameters on so many tokens at a utilisation. */
export function trainingGpuHours(paramsB: number, tokensT: number, peakTflops: number, mfu: number): number {
  return (
    (6 * positive(paramsB, 'parameters') * 1e9 * positive(tokensT, 'tokens') * 1e12) /
    (positive(peakTflops, 'peak') * 1e12 * positive(mfu, 'utilisation') * 3600)
  )
}

/** Hours x rate, plus storage and transfer. */
export function runCost(gpuHours: number, pricePerGpuHour: number, storageAndTransfer = 0): number {
  return (
    atLeast(0, gpuHours, 'GPU hours') * atLeast(0, pricePerGpuHour, 'price') +
    atLeast(0, storageAndTransfer, 'storage and transfer')
  )
}

/** Cost of a billion tokens trained on. */
export function costPerBillionTokens(cost: number, tokensB: number): number {
  return atLeast(0, cost, 'cost') / positive(tokensB, 'tokens')
}

/** Useful step time / allocated time, 0 to 1. */
export function goodput(usefulHours: number, allocatedHours: number): number {
  return share(atLeast(0, usefulHours, 'useful hours') / positive(allocatedHours, 'allocated hours'), 'goodput')
}

export type PlannedPrice = { onDemand: number; spot: number | null; spotOverhead: number; committed: number | null }

/** What a run of so many GPU hours would cost in each way of buying them; null where there is no price. Spot runs longer by its overhead. */
export function plannedCosts(
  gpuHours: number,
  price: PlannedPrice,
): { onDemand: number; spot: number | null; committed: number | null } {
  const onDemand = runCost(gpuHours, price.onDemand)
  return {
    onDemand,
    spot: price.spot === null ? null : onDemand * (1 - spotSaving(price.spot, price.onDemand, price.spotOverhead)),
    committed: price.committed === null ? null : runCost(gpuHours, price.committed),
  }
}
