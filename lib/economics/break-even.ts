import { atLeast, positive, share } from './checked.ts'

/** Tokens of a month in millions. */
export type Volume = { millionIn: number; millionCachedIn: number; millionOut: number }
/** Price of a million tokens. */
export type PerMillion = { in: number; cachedIn: number; out: number }

/** What an API would charge for a volume. */
export function apiCost(volume: Volume, price: PerMillion): number {
  return (
    atLeast(0, volume.millionIn, 'tokens in') * atLeast(0, price.in, 'price in') +
    atLeast(0, volume.millionCachedIn, 'cached tokens in') * atLeast(0, price.cachedIn, 'cached price') +
    atLeast(0, volume.millionOut, 'tokens out') * atLeast(0, price.out, 'price out')
  )
}

/** Cost of running it oneself with the operations share (0.2: a fifth on top for people and tools). */
export function selfHostedCost(machinesPerMonth: number, operations: number): number {
  return atLeast(0, machinesPerMonth, 'cost of machines') * (1 + atLeast(0, operations, 'operations share'))
}

/** The volume at which both cost the same, in the unit of `volume` and at the same mix. Null when the API is free. */
export function breakEvenVolume(volume: number, selfHosted: number, api: number): number | null {
  return api > 0 ? (atLeast(0, selfHosted, 'self-hosted cost') / api) * atLeast(0, volume, 'volume') : null
}

/** Million tokens a month at which machines of this cost equal an API with one price for a million tokens. */
export function breakEvenMillionTokens(machinesPerMonth: number, pricePerMillion: number): number {
  return atLeast(0, machinesPerMonth, 'cost of machines') / positive(pricePerMillion, 'price of a million tokens')
}

/** Replicas for a peak at 60% of the published throughput of one, never below the least. */
export function replicasForPeak(peakTokensPerSecond: number, publishedTokensPerSecond: number, least: number): number {
  return Math.max(
    atLeast(1, least, 'least replicas'),
    Math.ceil(
      atLeast(0, peakTokensPerSecond, 'peak') / (0.6 * positive(publishedTokensPerSecond, 'published throughput')),
    ),
  )
}

/** The part of capacity that is used. */
export function utilisation(tokensPerSecond: number, mostTokensPerSecond: number): number {
  return atLeast(0, tokensPerSecond, 'tokens a second') / positive(mostTokensPerSecond, 'most tokens a second')
}

/** Which way the numbers point: to the API at or below `threshold` of the self-hosted cost, to machines at or below it of the API's. */
export function decide(selfHosted: number, api: number, threshold: number): 'api' | 'self-hosted' | 'close' {
  share(threshold, 'threshold')
  if (api <= threshold * selfHosted) return 'api'
  if (selfHosted <= threshold * api) return 'self-hosted'
  return 'close'
}
