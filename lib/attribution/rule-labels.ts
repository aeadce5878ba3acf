import { comparableTagKey } from '@/lib/catalog/tag-keys.ts'
import type { RuleField, RuleFieldName } from '@/lib/core/rule-words.ts'

/** The labels of a meter that rules can look at. */
export type RuleMeter = {
  provider: string
  billingAccountId: string
  subAccountId: string | null
  serviceName: string | null
  regionId: string | null
  resourceId: string | null
  resourceName: string | null
  skuId: string | null
  skuMeter: string | null
  instanceType: string | null
  chargeCategory: string
  pricingCategory: string | null
  /** As the catalogue or an admin knows it; null: no GPU. */
  gpuClass: string | null
  tags: Readonly<Record<string, string>>
}

type Label = Exclude<keyof RuleMeter, 'tags'>

/** Where each field is found; a field with several labels matches when any of them does. */
const labelsOf: Readonly<Record<RuleFieldName, readonly Label[]>> = {
  provider: ['provider'],
  account: ['billingAccountId'],
  'sub-account': ['subAccountId'],
  service: ['serviceName'],
  region: ['regionId'],
  'resource-id': ['resourceId'],
  'resource-name': ['resourceName'],
  sku: ['skuId', 'skuMeter'],
  'instance-type': ['instanceType'],
  'gpu-class': ['gpuClass'],
  'charge-category': ['chargeCategory'],
  'pricing-category': ['pricingCategory'],
}

/** Reads a field of any meter: its texts, trimmed, without empty ones. Compiled once per field, because tag keys take time to compare. */
export function fieldReader(field: RuleField): (meter: RuleMeter) => string[] {
  if (field.startsWith('tag:')) return tagReader(comparableTagKey(field.slice('tag:'.length)))
  const labels = labelsOf[field as RuleFieldName]
  return (meter) => {
    const texts: string[] = []
    for (const label of labels) {
      const text = meter[label]?.trim()
      if (text) texts.push(text)
    }
    return texts
  }
}

const MOST_KEYS = 10_000

/** The value of the tag whose key compares alike; of several, that of the key that sorts first and has one, as firstTag has it. */
function tagReader(wanted: string): (meter: RuleMeter) => string[] {
  const isWanted = new Map<string, boolean>()
  return ({ tags }) => {
    let found: string | null = null
    let text = ''
    for (const key of Object.keys(tags)) {
      let wants = isWanted.get(key)
      if (wants === undefined) {
        if (isWanted.size >= MOST_KEYS) isWanted.clear()
        wants = comparableTagKey(key) === wanted
        isWanted.set(key, wants)
      }
      if (!wants || (found !== null && found < key)) continue
      const value = tags[key]?.trim()
      if (!value) continue
      found = key
      text = value
    }
    return found === null ? [] : [text]
  }
}
