import { dcgm } from '@/lib/import/usage/formats/dcgm.ts'
import { slurm } from '@/lib/import/usage/formats/slurm.ts'
import { usageGeneric } from '@/lib/import/usage/formats/usage-generic.ts'
import type { UsageFormat } from '@/lib/import/usage/usage-format.ts'

/** Every format of usage telemetry. Detection does not depend on the order. */
export const usageFormats: readonly UsageFormat[] = [dcgm, slurm, usageGeneric]
