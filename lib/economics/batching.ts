import { atLeast, positive } from './checked.ts'

/** The most that better batching is ever said to save. */
const MOST = 0.8

/** The part of cost that serving at half of the published throughput would save: 1 - max(current / (0.5 x published), 1 / least replicas). */
export function batchingSaving(
  tokensPerSecondPerGpu: number,
  publishedPerGpu: number,
  replicas: number,
  leastReplicas: number,
): number {
  const stays = Math.max(
    atLeast(0, tokensPerSecondPerGpu, 'tokens a second') / (0.5 * positive(publishedPerGpu, 'published throughput')),
    atLeast(1, leastReplicas, 'least replicas') / positive(replicas, 'replicas'),
  )
  return Math.min(MOST, Math.max(0, 1 - stays))
}
