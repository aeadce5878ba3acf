import { alibabaGpu2023 } from '@/lib/import/usage/formats/alibaba-gpu-2023.ts'
import { anthropicUsage } from '@/lib/import/usage/formats/anthropic-usage.ts'
import { dcgm } from '@/lib/import/usage/formats/dcgm.ts'
import { inventory } from '@/lib/import/usage/formats/inventory.ts'
import { langfuse } from '@/lib/import/usage/formats/langfuse.ts'
import { litellm } from '@/lib/import/usage/formats/litellm.ts'
import { modelFacts } from '@/lib/import/usage/formats/model-facts.ts'
import { openaiUsage } from '@/lib/import/usage/formats/openai-usage.ts'
import { opencostCsv } from '@/lib/import/usage/formats/opencost-csv.ts'
import { opencostJson } from '@/lib/import/usage/formats/opencost-json.ts'
import { slurm } from '@/lib/import/usage/formats/slurm.ts'
import { trainingRuns } from '@/lib/import/usage/formats/training-runs.ts'
import { usageGeneric } from '@/lib/import/usage/formats/usage-generic.ts'
import type { UsageFormat } from '@/lib/import/usage/usage-format.ts'

/** Every format of usage telemetry. Detection does not depend on the order. */
export const usageFormats: readonly UsageFormat[] = [
  alibabaGpu2023,
  anthropicUsage,
  dcgm,
  inventory,
  langfuse,
  litellm,
  modelFacts,
  openaiUsage,
  opencostCsv,
  opencostJson,
  slurm,
  trainingRuns,
  usageGeneric,
]
