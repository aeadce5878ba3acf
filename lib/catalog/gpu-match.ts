import { gpuHoursFactor } from '@/lib/catalog/gpu-count.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { makesGpuHours } from '@/lib/catalog/hardware-labels.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

/**
 * What a meter's labels say about its hardware. GPU hours of a charge = quantity * numerator / denominator; both are
 * null when the charge makes no GPU hours, or when they cannot be told. `rule` names the rule that matched.
 */
export type GpuMatch =
  | {
      kind: 'gpu'
      gpuClass: string
      /** GPUs of one machine as decimal text, as the catalogue or the bill states it. */
      gpuCount: string
      gpuHoursNumerator: string | null
      gpuHoursDenominator: string | null
      /** True when this is GPU usage whose unit is no time: its hours are unknown, not zero. */
      gpuHoursUnknown: boolean
      rule: string
    }
  /** Cost of a GPU machine that makes no GPU hours of its own (cores, memory, the dedicated host). */
  | { kind: 'gpu-host'; gpuClass: string | null; rule: string }
  | {
      kind: 'unknown-gpu'
      /** The text that looks like an accelerator. */
      evidence: string
      /** The class, when the text does name one and only the GPU count is missing. */
      gpuClass: string | null
      gpuHoursNumerator: string | null
      gpuHoursDenominator: string | null
      rule: string
    }
  | { kind: 'none' }

export const noGpu: GpuMatch = { kind: 'none' }

/** A charge for GPUs of a known class and count. */
export function knownGpu(labels: HardwareLabels, gpuClass: string, gpuCount: string, rule: string): GpuMatch {
  const usage = makesGpuHours(labels)
  const hours = usage ? gpuHoursFactor(labels.consumedUnit, gpuCount) : null
  return {
    kind: 'gpu',
    gpuClass,
    gpuCount,
    gpuHoursNumerator: hours?.numerator ?? null,
    gpuHoursDenominator: hours?.denominator ?? null,
    gpuHoursUnknown: usage && hours === null,
    rule,
  }
}

/** A charge for something that looks like an accelerator; `gpuCount` null = not stated. */
export function unknownGpu(
  labels: HardwareLabels,
  evidence: string,
  gpuCount: string | null,
  rule: string,
  gpuClass: string | null = null,
): GpuMatch {
  const hours = makesGpuHours(labels) ? gpuHoursFactor(labels.consumedUnit, gpuCount) : null
  return {
    kind: 'unknown-gpu',
    evidence: evidence.trim(),
    gpuClass,
    gpuHoursNumerator: hours?.numerator ?? null,
    gpuHoursDenominator: hours?.denominator ?? null,
    rule,
  }
}

/** A GPU whose class and count may each be missing: known only when both are there. */
export function gpuOrUnknown(
  labels: HardwareLabels,
  found: { gpuClass: string | null; gpuCount: string | null; evidence: string },
  rule: string,
): GpuMatch {
  const gpuCount = found.gpuCount ?? (parseTimeUnit(labels.consumedUnit).measure === 'gpu-time' ? '1' : null)
  if (found.gpuClass !== null && gpuCount !== null) return knownGpu(labels, found.gpuClass, gpuCount, rule)
  return unknownGpu(labels, found.evidence, gpuCount, rule, found.gpuClass)
}
