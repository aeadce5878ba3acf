import type { Rule } from './rule.ts'
import { apiOrSelfHosted } from './rules/api-or-self-hosted.ts'
import { batching } from './rules/batching.ts'
import { checkpointRetention } from './rules/checkpoint-retention.ts'
import { coldStorage } from './rules/cold-storage.ts'
import { commitmentUnused } from './rules/commitment-unused.ts'
import { egress } from './rules/egress.ts'
import { idleGpu } from './rules/idle-gpu.ts'
import { newerGeneration } from './rules/newer-generation.ts'
import { offHours } from './rules/off-hours.ts'
import { orphans } from './rules/orphans.ts'
import { priceGap } from './rules/price-gap.ts'
import { priceMove } from './rules/price-move.ts'
import { quantise } from './rules/quantise.ts'
import { rightSize } from './rules/right-size.ts'
import { shareGpus } from './rules/share-gpus.ts'
import { smallerModel } from './rules/smaller-model.ts'
import { sparsity } from './rules/sparsity.ts'
import { spot } from './rules/spot.ts'
import { steadyBase } from './rules/steady-base.ts'
import { trainingWaste } from './rules/training-waste.ts'
import { unallocated } from './rules/unallocated.ts'

/** The registry of rules: a new one is one file, one line here and a section in docs/rules.md. The order says nothing. */
export const rules: readonly Rule[] = [
  idleGpu,
  rightSize,
  newerGeneration,
  spot,
  steadyBase,
  priceMove,
  commitmentUnused,
  offHours,
  shareGpus,
  quantise,
  smallerModel,
  sparsity,
  apiOrSelfHosted,
  batching,
  priceGap,
  coldStorage,
  checkpointRetention,
  egress,
  orphans,
  unallocated,
  trainingWaste,
]

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule with this id, or null. */
export function ruleById(id: string): Rule | null {
  return byId.get(id) ?? null
}
