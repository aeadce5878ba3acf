import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { matchAws } from '@/lib/catalog/match-aws.ts'
import { matchAzure } from '@/lib/catalog/match-azure.ts'
import { matchGcp } from '@/lib/catalog/match-gcp.ts'
import { matchNamed } from '@/lib/catalog/match-named.ts'
import { matchOwned, OWNED_HARDWARE } from '@/lib/catalog/match-owned.ts'

export type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
export type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'

const matchers = new Map([
  ['aws', matchAws],
  ['azure', matchAzure],
  ['gcp', matchGcp],
  [OWNED_HARDWARE, matchOwned],
])

/**
 * The GPU class, GPU count and GPU hours of a meter from its labels. CPU machines and everything that is no machine are
 * `none`; what looks like an accelerator and is not in the catalogue is `unknown-gpu`. Only usage makes GPU hours.
 * Never throws. Form factors: AWS, Azure and Google sizes have one each (p5 and A3 are SXM, NCads H100 v5 is NVL); a
 * bare `H100` of another provider is unknown unless all its catalogue rows are of one class.
 */
export function matchGpu(labels: HardwareLabels): GpuMatch {
  const matcher = matchers.get(labels.provider)
  return matcher ? matcher(labels) : matchNamed(labels)
}
