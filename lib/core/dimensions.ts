/**
 * The closed registry of what spend can be grouped and filtered by. Adding a dimension is one line here, once
 * `spend_group` has the column. `column` is the only text that reaches SQL; values are always bound.
 */
export type Dimension = {
  key: string
  label: string
  /** Plural, for headings such as "9 of 15 projects". */
  plural: string
  /** Column of spend_group; `workload` is a column of the parts of shared meters alone. */
  column: string
  /** What a null means, as a bucket with a name. */
  absent: string
}

export const dimensions = [
  { key: 'team', label: 'Team', plural: 'teams', column: 'team', absent: 'Unallocated' },
  { key: 'project', label: 'Project', plural: 'projects', column: 'project', absent: 'Unallocated' },
  { key: 'model', label: 'Model', plural: 'models', column: 'model', absent: 'Unallocated' },
  { key: 'gpu-class', label: 'GPU class', plural: 'GPU classes', column: 'gpu_class', absent: 'No GPU' },
  { key: 'environment', label: 'Environment', plural: 'environments', column: 'environment', absent: 'Unallocated' },
  { key: 'provider', label: 'Provider', plural: 'providers', column: 'provider', absent: 'Not stated' },
  { key: 'account', label: 'Account', plural: 'accounts', column: 'billing_account_id', absent: 'Not stated' },
  { key: 'sub-account', label: 'Sub-account', plural: 'sub-accounts', column: 'sub_account_id', absent: 'Not stated' },
  { key: 'service', label: 'Service', plural: 'services', column: 'service', absent: 'Not stated' },
  { key: 'region', label: 'Region', plural: 'regions', column: 'region', absent: 'Not stated' },
  {
    key: 'pricing-category',
    label: 'Pricing category',
    plural: 'pricing categories',
    column: 'pricing_category',
    absent: 'Not stated',
  },
  {
    key: 'charge-category',
    label: 'Charge category',
    plural: 'charge categories',
    column: 'charge_category',
    absent: 'Not stated',
  },
  { key: 'usage-state', label: 'Usage state', plural: 'usage states', column: 'usage_state', absent: 'Not stated' },
  { key: 'workload', label: 'Workload', plural: 'workloads', column: 'workload', absent: 'No workload' },
  { key: 'cost-source', label: 'Cost source', plural: 'cost sources', column: 'cost_source', absent: 'Not stated' },
] as const satisfies readonly Dimension[]

export type DimensionKey = (typeof dimensions)[number]['key']

const byKey = new Map<string, (typeof dimensions)[number]>(dimensions.map((d) => [d.key, d]))

/** The dimension with this key, or undefined: the only way from user text to a column. */
export function dimension(key: string): (typeof dimensions)[number] | undefined {
  return byKey.get(key)
}

/** The text that stands for "no value" in URLs, CSV and JSON, e.g. `team=~`. No provider uses it as a name. */
export const ABSENT = '~'

/** The value of gpu_class for what looks like a GPU and is not in the catalogue. */
export const UNKNOWN_GPU = 'unknown'

/** The value of team, project and model for idle GPU time in the idle mode `separate`. */
export const IDLE = '~idle'

/** The values of usage-state and what they mean, in the order of a stack. */
export const usageStates = [
  { value: 'used', label: 'Used' },
  { value: 'held-idle', label: 'Held idle' },
  { value: 'not-held', label: 'Not held' },
  { value: 'not-measured', label: 'Not measured' },
  { value: 'unused', label: 'Unused commitment' },
  { value: 'not-gpu', label: 'Not GPU' },
] as const

/** Where a cost comes from: a bill, a rate card, hardware of our own; or nowhere yet. */
export const costSources = [
  { value: 'billed', label: 'Billed' },
  { value: 'rated', label: 'Rated' },
  { value: 'owned', label: 'Owned hardware' },
  { value: 'no-price', label: 'No price' },
] as const

const labelOf = new Map<string, string>([
  ...usageStates.map(({ value, label }) => [`usage-state ${value}`, label] as const),
  ...costSources.map(({ value, label }) => [`cost-source ${value}`, label] as const),
  ...(['team', 'project', 'model'] as const).map((key) => [`${key} ${IDLE}`, 'Idle'] as const),
  [`gpu-class ${UNKNOWN_GPU}`, 'Unknown GPU'],
])

/** A value as people read it: `null` becomes the dimension's named bucket. */
export function valueLabel(key: DimensionKey, value: string | null): string {
  if (value === null) return dimension(key)?.absent ?? 'Not stated'
  return labelOf.get(`${key} ${value}`) ?? value
}
