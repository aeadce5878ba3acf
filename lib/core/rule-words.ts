/** The closed list of what a condition of an allocation rule can look at, besides `tag:<key>`. */
export const ruleFields = [
  { key: 'provider', label: 'Provider' },
  { key: 'account', label: 'Account' },
  { key: 'sub-account', label: 'Sub-account' },
  { key: 'service', label: 'Service' },
  { key: 'region', label: 'Region' },
  { key: 'resource-id', label: 'Resource id' },
  { key: 'resource-name', label: 'Resource name' },
  { key: 'sku', label: 'SKU' },
  { key: 'instance-type', label: 'Instance type' },
  { key: 'gpu-class', label: 'GPU class' },
  { key: 'charge-category', label: 'Charge category' },
  { key: 'pricing-category', label: 'Pricing category' },
] as const
export type RuleFieldName = (typeof ruleFields)[number]['key']
export type RuleField = RuleFieldName | `tag:${string}`

/** How a condition compares: `takes` says how many values it needs. */
export const ruleOps = [
  { key: 'is', label: 'is', takes: 'values' },
  { key: 'is-not', label: 'is not', takes: 'values' },
  { key: 'glob', label: 'matches (* and ?)', takes: 'values' },
  { key: 'regex', label: 'matches the regular expression', takes: 'values' },
  { key: 'exists', label: 'is stated', takes: 'nothing' },
  { key: 'absent', label: 'is not stated', takes: 'nothing' },
] as const
export type RuleOp = (typeof ruleOps)[number]['key']

/** What a rule can say about a meter. */
export const ruleDimensions = ['team', 'project', 'model', 'environment'] as const
export type RuleDimension = (typeof ruleDimensions)[number]

/** Whom a shared cost can be split among: receivers have no environment. */
export const splitDimensions = ['team', 'project', 'model'] as const
export type SplitDimension = (typeof splitDimensions)[number]

/** By what a shared cost is split. */
export const splitBases = [
  { key: 'percent', label: 'Fixed percentages' },
  { key: 'even', label: 'Evenly' },
  { key: 'direct-cost', label: 'By direct cost' },
  { key: 'gpu-hours', label: 'By GPU hours' },
  { key: 'tokens', label: 'By tokens' },
] as const
export type SplitBasis = (typeof splitBases)[number]['key']

/** The name of a field as people read it: `tag:team` becomes `Tag team`. */
export function ruleFieldLabel(field: string): string {
  if (field.startsWith('tag:')) return `Tag ${field.slice(4)}`
  return ruleFields.find(({ key }) => key === field)?.label ?? field
}
