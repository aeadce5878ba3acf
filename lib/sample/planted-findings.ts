import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { PlantedFact, PlantedId } from '@/lib/sample/planted.ts'
import { plantedFacts } from '@/lib/sample/planted.ts'

/** A stored finding, as far as it says what it found. Amounts are decimal text. */
export type FoundFinding = {
  key: string
  rule: string
  subject: { id: string; name: string }
  project: string | null
  grade: string
  currency: string
  saving: { low: string; expected: string; high: string }
  frees: string
  cost: string
  size: { amount: string } | null
}

/** Every finding that is stored and open. */
export async function openFindings(run: SqlRunner): Promise<FoundFinding[]> {
  const rows = await run(
    `SELECT key, rule, body -> 'subject' AS subject, project, grade, currency, frees::text AS frees, body ->> 'cost' AS cost, body -> 'size' AS size,
       jsonb_build_object('low', saving_low::text, 'expected', saving_expected::text, 'high', saving_high::text) AS saving
     FROM finding WHERE state = 'open' ORDER BY rule, saving_expected DESC, key`,
  )
  return rows as unknown as FoundFinding[]
}

type Amount = 'saving' | 'frees' | 'cost' | 'size'
/** How the app sees a planted fact: by which rule, in which of its amounts, over how many days at most, and which finding of the rule it is. */
type Sight = {
  rule: string
  amount: Amount
  days?: number
  /** Why it sees another size than was planted. */
  part?: string
  is(found: FoundFinding, fact: PlantedFact): boolean
}

const bySubject = ({ subject }: FoundFinding, fact: PlantedFact) =>
  subject.id.includes(fact.subject.value) || subject.name.includes(fact.subject.value)
const byProject = ({ project }: FoundFinding, fact: PlantedFact) => project === fact.subject.value

const sights: Record<PlantedId, Sight> = {
  'idle-reserved-node': { rule: 'idle-gpu', amount: 'frees', days: 30, is: bySubject },
  'half-used-savings-plan': {
    rule: 'commitment-unused',
    amount: 'size',
    days: 90,
    is: ({ subject }, fact) => fact.subject.value.endsWith(subject.name),
  },
  'untagged-account': {
    rule: 'unallocated',
    amount: 'size',
    days: 30,
    part: 'its GPU cost; the rest is storage',
    is: bySubject,
  },
  'on-demand-rate-cut': {
    rule: 'price-move',
    amount: 'size',
    part: 'us-east-2; in us-east-1 no bill knows the price before',
    is: bySubject,
  },
  'lost-spot-spike': { rule: 'spot', amount: 'size', days: 30, is: byProject },
  'notebooks-at-night': { rule: 'off-hours', amount: 'saving', days: 30, is: bySubject },
  'region-price-gap': { rule: 'price-gap', amount: 'saving', days: 30, is: bySubject },
  'orphaned-volumes': { rule: 'orphans', amount: 'saving', days: 30, is: byProject },
  'cold-checkpoints': { rule: 'cold-storage', amount: 'cost', days: 30, is: bySubject },
}

/** What became of a planted fact: `planted` is its size over the days that the rule looks at. */
export type PlantedRow = {
  id: PlantedId
  rule: string
  planted: string
  found: string | null
  /** `exact` to the cent, `within its range` of low to high, `missed`, or which part of it the finding sees. */
  how: string
  key: string | null
}

/** Holds findings as of the day after `until` against what was planted into the sample; `others` are findings about something else. */
export function matchPlanted(
  until: Day,
  found: readonly FoundFinding[],
): { rows: PlantedRow[]; others: FoundFinding[] } {
  const rows = Object.entries(sights).map(([id, { rule, amount, days, part, is }]): PlantedRow => {
    const fact = plantedFacts(until, undefined, days).find((one) => one.id === id)
    if (!fact) throw new Error(`${id} is not planted`)
    const finding = found.find((one) => one.rule === rule && is(one, fact))
    const row = { id: fact.id, rule, planted: fact.size }
    if (!finding) return { ...row, found: null, how: 'missed', key: null }
    const { saving, size } = finding
    const seen = amount === 'saving' ? saving.expected : amount === 'size' ? (size?.amount ?? '0') : finding[amount]
    const [planted, low, high] = [fact.size, saving.low, saving.high].map(Number) as [number, number, number]
    const isExact = Math.abs(Number(seen) - planted) < 0.01
    const isWithin = amount === 'saving' && low <= planted && planted <= high
    return {
      ...row,
      found: seen,
      how: isExact ? 'exact' : isWithin ? 'within its range' : (part ?? 'another size'),
      key: finding.key,
    }
  })
  return { rows, others: found.filter(({ key }) => !rows.some((row) => row.key === key)) }
}
