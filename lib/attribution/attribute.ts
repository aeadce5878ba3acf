import { gpuHoursFactor } from '@/lib/catalog/gpu-count.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { makesGpuHours } from '@/lib/catalog/hardware-labels.ts'
import { matchGpu } from '@/lib/catalog/match-gpu.ts'
import { modelFromMeter } from '@/lib/catalog/model-from-meter.ts'
import { firstTag } from '@/lib/catalog/tag-keys.ts'
import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'
import type { CompiledRules, RuleResult } from './match-rule.ts'
import { applyRules, sameResult, termsOf } from './match-rule.ts'
import type { RuleMeter } from './rule-labels.ts'

/** What attribution looks at: a meter's labels. */
export type AttributableMeter = HardwareLabels & Omit<RuleMeter, 'gpuClass'>

/** Which tag keys name what, best first. */
export type TagKeys = {
  team: readonly string[]
  project: readonly string[]
  model: readonly string[]
  environment: readonly string[]
}

/** An admin's word on a text that looks like a GPU: `gpuCount` is decimal text. */
export type Classification = { provider: string; evidence: string; gpuClass: string; gpuCount: string }

export type AttributionSettings = {
  rules: CompiledRules
  tagKeys: TagKeys
  classifications: readonly Classification[]
}

/** Whom and what a meter's money is for. Null is Unallocated (or, for gpuClass, no GPU); nothing is guessed. */
export type Attribution = {
  team: string | null
  project: string | null
  model: string | null
  environment: string | null
  /** The rule that splits its cost among others; null where one owner has all of it. */
  splitRule: string | null
  /** Which rule, tag key or catalogue rule gave each value. */
  attributedBy: Record<string, string>
  gpuClass: string | null
  gpuCount: string | null
  /** GPU hours of a charge = quantity x numerator / denominator; both null where a charge makes none, or where they are unknown. */
  gpuHoursNumerator: string | null
  gpuHoursDenominator: string | null
  gpuRule: string | null
  gpuEvidence: string | null
}

/** Whom a meter's money is for, without its hardware. */
export type Ownership = Pick<Attribution, 'team' | 'project' | 'model' | 'environment' | 'splitRule' | 'attributedBy'>

/** Whom a meter's money is for in some months: [fromDay, toDay), firsts of months as YYYY-MM-DD. */
export type OwnershipTerm = Ownership & { fromDay: string; toDay: string }

/** The days that stand for "from ever" and "for ever" in terms. */
export const FIRST_DAY = '0001-01-01'
export const LAST_DAY = '9999-12-31'

/**
 * Attributes one meter: the rules that hold in every month, then tag keys, then what its provider's texts say. Pure: the same settings give
 * the same answer.
 */
export function attribute(meter: AttributableMeter, settings: AttributionSettings): Attribution {
  const parts = hardware(meter, settings.classifications)
  const said = applyRules({ ...meter, gpuClass: parts.gpuClass }, settings.rules, null)
  return { ...owned(meter, settings.tagKeys, said), ...parts }
}

/** The same, and the months in which rules with months say something else of the meter; no terms: nothing depends on the month. */
export function attributeTerms(
  meter: AttributableMeter,
  settings: AttributionSettings,
): { base: Attribution; terms: OwnershipTerm[] } {
  const parts = hardware(meter, settings.classifications)
  const { base, terms } = ownershipTerms({ ...meter, gpuClass: parts.gpuClass }, settings)
  return { base: { ...base, ...parts }, terms }
}

/** Of a meter whose GPU class is known: whom it is for, and the months in which rules with months say something else. */
export function ownershipTerms(
  meter: AttributableMeter & Pick<RuleMeter, 'gpuClass'>,
  settings: Pick<AttributionSettings, 'rules' | 'tagKeys'>,
): { base: Ownership; terms: OwnershipTerm[] } {
  const said = applyRules(meter, settings.rules, null)
  const terms = settings.rules.hasMonths ? termsOf(meter, settings.rules) : []
  return {
    base: owned(meter, settings.tagKeys, said),
    terms: terms
      .filter(({ result }) => !sameResult(result, said))
      .map(({ fromMonth, toMonth, result }) => ({
        fromDay: fromMonth ? `${fromMonth}-01` : FIRST_DAY,
        toDay: toMonth ? `${toMonth}-01` : LAST_DAY,
        ...owned(meter, settings.tagKeys, result),
      })),
  }
}

/** What the rules said, and for what they left open the tags and the provider's texts. */
function owned(meter: AttributableMeter, tagKeys: TagKeys, said: RuleResult): Ownership {
  const attributedBy: Record<string, string> = { ...said.attributedBy }
  const byTag = (name: keyof TagKeys): string | null => {
    if (attributedBy[name]) return said[name] ?? null
    const tag = firstTag(meter.tags, tagKeys[name])
    if (tag) attributedBy[name] = `tag:${tag.key}`
    return tag?.value ?? null
  }
  const team = byTag('team')
  const project = byTag('project')
  const environment = byTag('environment')
  let model = byTag('model')
  if (!attributedBy.model) {
    const managed = modelFromMeter(meter)
    if (managed) attributedBy.model = `meter:${managed.rule}`
    model = managed?.model ?? null
  }
  return { team, project, model, environment, splitRule: said.splitRule ?? null, attributedBy }
}

type Hardware = Omit<Attribution, keyof Ownership>

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
