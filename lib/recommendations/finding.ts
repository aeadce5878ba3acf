/** What a finding pulls on; the Recommendations page groups by it. */
export const levers = [
  'model-efficiency',
  'right-hardware',
  'pricing',
  'managed-or-self-run',
  'storage-and-transfer',
  'training',
  'allocation',
] as const
export type Lever = (typeof levers)[number]

/** A: arithmetic on billed hours and measured idleness. B: billed usage at a published price. C: a published benchmark carried over. D: a signal without money. */
export const grades = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof grades)[number]

export const efforts = ['low', 'medium', 'high'] as const
export type Effort = (typeof efforts)[number]

/**
 * The order in which findings apply to one resource: each takes from the cost that those before it leave. Two findings of one step on
 * one resource are alternatives, and only one of them counts.
 */
export const steps = ['terminate', 'schedule', 'right-size', 'model', 'migrate', 'spot', 'commit', 'waste'] as const
export type Step = (typeof steps)[number]

export type SubjectKind =
  | 'resource'
  | 'workload'
  | 'project'
  | 'model'
  | 'commitment'
  | 'account'
  | 'service'
  | 'instance-type'

export type Subject = { kind: SubjectKind; id: string; name: string }

/**
 * The part of an item's cost that a finding would save, 0 to 1. For grades A and B `share` is what is expected; for C it is the
 * benchmark, which is the most that is ever shown, and `expected` is the part of it to plan with.
 */
export type Claim = { item: string; share: number; expected?: number }

/** One line of a calculation with its numbers filled in. */
export type CalculationLine = { label: string; formula: string; value: string }

/** What a row of evidence opens into. */
export type EvidenceLink =
  | { to: 'meter'; id: string }
  | { to: 'project'; id: string }
  | { to: 'model'; id: string }
  | { to: 'workload'; id: string }
  | { to: 'account'; id: string }
  | { to: 'import'; id: string }
  | { to: 'catalogue'; id: string }

export type EvidenceRow = { label: string; value: string; note?: string; link?: EvidenceLink }

/** Which facts a finding was made of, so that it can be worked out again from them alone. */
export type FactKeys = Partial<Record<FactList, readonly string[]>>
export type FactList =
  | 'machines'
  | 'commitments'
  | 'baseLoads'
  | 'services'
  | 'apiModels'
  | 'runs'
  | 'stores'
  | 'transfers'
  | 'inventory'
  | 'checkpoints'
  | 'unowned'
  | 'priceMoves'

/** What a rule says about one subject; the engine makes money of the claims. */
export type Draft = {
  subject: Subject
  step: Step
  grade: Grade
  gradeReason: string
  /** Empty for grade D. All items of one finding have one currency. */
  claims: readonly Claim[]
  /** One sentence: what is so, and what to do about it. */
  sentence: string
  calculation: readonly CalculationLine[]
  evidence: readonly EvidenceRow[]
  /** Ids of the rule's parameters that this finding depends on and that may be changed for it alone. */
  assumptions: readonly string[]
  /** What would make it wrong. */
  risks: readonly string[]
  /** What to do, in order. */
  actions: readonly string[]
  effort: Effort
  /** Decimal text in the currency of the claims. */
  oneTimeCost: string
  uses: FactKeys
  /** Cost of the items is compared with the forecast once done; `project` where what replaces them is elsewhere in the project. */
  measuredBy: 'items' | 'project'
  /** For a signal without money: how much the signal is about, in a currency. */
  size?: { amount: string; currency: string }
}

/** Evidence that a rule needs and does not have: no money is claimed, and it says what to upload. */
export type Missing = {
  subject: string
  what: string
  upload: string
  /** What the bill says these subjects cost, by currency. */
  cost: { currency: string; amount: string }[]
}

export type Outcome = { drafts: Draft[]; missing: Missing[] }

export type Range = { low: string; expected: string; high: string }

/** A finding with its money: `saving` on its own, `counted` after those that come before it on the same resources. */
export type Finding = Omit<Draft, 'claims'> & {
  /** `<rule>:<subject kind>:<subject id>:<currency>`: the same finding has the same key on every day. */
  key: string
  rule: string
  lever: Lever
  claims: readonly (Claim & { cost: string })[]
  currency: string
  /** What the items cost in the 30 days before. */
  cost: string
  saving: Range
  counted: Range
  /** Commitment that would be free for other use: no cash until it is used or ends. */
  frees: string
  paybackDays: number | null
  team: string | null
  project: string | null
  model: string | null
  provider: string | null
  region: string | null
  gpuClass: string | null
  /** Findings whose place this one takes on shared resources, and those that take its place. */
  replaces: readonly string[]
  replacedBy: readonly string[]
}
