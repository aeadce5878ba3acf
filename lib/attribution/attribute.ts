import { gpuHoursFactor } from '@/lib/catalog/gpu-count.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { makesGpuHours } from '@/lib/catalog/hardware-labels.ts'
import { matchGpu } from '@/lib/catalog/match-gpu.ts'
import { modelFromMeter } from '@/lib/catalog/model-from-meter.ts'
import { firstTag } from '@/lib/catalog/tag-keys.ts'
import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'

/** What attribution looks at: a meter's labels. */
export type AttributableMeter = HardwareLabels & { tags: Readonly<Record<string, string>> }

/** Which tag keys name what, best first. */
export type TagKeys = {
  team: readonly string[]
  project: readonly string[]
  model: readonly string[]
  environment: readonly string[]
}

/** An admin's word on a text that looks like a GPU: `gpuCount` is decimal text. */
export type Classification = { provider: string; evidence: string; gpuClass: string; gpuCount: string }

export type AttributionSettings = { tagKeys: TagKeys; classifications: readonly Classification[] }

/** Whom and what a meter's money is for. Null is Unallocated (or, for gpuClass, no GPU); nothing is guessed. */
export type Attribution = {
  team: string | null
  project: string | null
  model: string | null
  environment: string | null
  /** Which tag key or catalogue rule gave each value. */
  attributedBy: Record<string, string>
  gpuClass: string | null
  gpuCount: string | null
  /** GPU hours of a charge = quantity x numerator / denominator; both null where a charge makes none, or where they are unknown. */
  gpuHoursNumerator: string | null
  gpuHoursDenominator: string | null
  gpuRule: string | null
  gpuEvidence: string | null
}

/** Attributes one meter from its tags, its provider's texts and the catalogue. Pure: the same settings give the same answer. */
export function attribute(meter: AttributableMeter, settings: AttributionSettings): Attribution {
  const attributedBy: Record<string, string> = {}
  const byTag = (name: keyof TagKeys): string | null => {
    const tag = firstTag(meter.tags, settings.tagKeys[name])
    if (tag) attributedBy[name] = `tag:${tag.key}`
    return tag?.value ?? null
  }
  const team = byTag('team')
  const project = byTag('project')
  const environment = byTag('environment')
  let model = byTag('model')
  if (model === null) {
    const managed = modelFromMeter(meter)
    if (managed) attributedBy.model = `meter:${managed.rule}`
    model = managed?.model ?? null
  }
  return { team, project, model, environment, attributedBy, ...hardware(meter, settings.classifications) }
}

type Hardware = Omit<Attribution, 'team' | 'project' | 'model' | 'environment' | 'attributedBy'>

function hardware(meter: AttributableMeter, classifications: readonly Classification[]): Hardware {
  const match = matchGpu(meter)
  const none = { gpuCount: null, gpuHoursNumerator: null, gpuHoursDenominator: null, gpuEvidence: null }
  if (match.kind === 'none') return { ...none, gpuClass: null, gpuRule: null }
  if (match.kind === 'gpu-host') return { ...none, gpuClass: match.gpuClass, gpuRule: match.rule }
  if (match.kind === 'gpu') {
    const { gpuClass, gpuCount, gpuHoursNumerator, gpuHoursDenominator, rule } = match
    return { gpuClass, gpuCount, gpuHoursNumerator, gpuHoursDenominator, gpuRule: rule, gpuEvidence: null }
  }
  const named = classifications.find((c) => c.provider === meter.provider && c.evidence === match.evidence)
  if (named) return classified(meter, named, match.evidence)
  const { gpuHoursNumerator, gpuHoursDenominator, evidence, rule } = match
  return {
    ...none,
    gpuClass: UNKNOWN_GPU,
    gpuHoursNumerator,
    gpuHoursDenominator,
    gpuRule: rule,
    gpuEvidence: evidence,
  }
}

/** The hours of a meter that an admin classified: its own unit and what a bill's GpuCount would give. */
function classified(meter: AttributableMeter, named: Classification, evidence: string): Hardware {
  const hours = makesGpuHours(meter) ? gpuHoursFactor(meter.consumedUnit, named.gpuCount) : null
  return {
    gpuClass: named.gpuClass,
    gpuCount: named.gpuCount,
    gpuHoursNumerator: hours?.numerator ?? null,
    gpuHoursDenominator: hours?.denominator ?? null,
    gpuRule: 'classified-by-admin',
    gpuEvidence: evidence,
  }
}
