import type { Scope } from '@/lib/auth/scope.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { cents, micro } from '@/lib/recommendations/amounts.ts'
import { scopeWhere } from '@/lib/spend/where.ts'
import type { Effort, Grade, Lever, Missing, Range, Subject } from './finding.ts'
import { ruleById } from './index.ts'
import type { SavingCheck } from './saving-check.ts'

export const findingStates = ['open', 'planned', 'done', 'dismissed', 'closed'] as const
export type FindingState = (typeof findingStates)[number]

/** A finding as lists show it. */
export type FindingRow = {
  id: number
  key: string
  rule: string
  /** R1 to R18. */
  number: string
  title: string
  lever: Lever
  state: FindingState
  team: string | null
  project: string | null
  model: string | null
  provider: string | null
  gpuClass: string | null
  currency: string
  grade: Grade
  effort: Effort
  subject: Subject
  sentence: string
  saving: Range
  counted: Range
  frees: string
  paybackDays: number | null
  /** What a signal without money is about. */
  size: { amount: string; currency: string } | null
  owner: string | null
  dueOn: Day | null
  doneOn: Day | null
  realised: SavingCheck | null
  firstSeen: Day
}

export type FindingTotal = { currency: string; counted: Range; frees: string; findings: number }

export type Findings = {
  /** The day before which data was read, and when that was done; null where no run has been. */
  asOf: Day | null
  madeAt: string | null
  rows: FindingRow[]
  /** Open and planned findings alone, one for each currency. */
  totals: FindingTotal[]
  missing: (Missing & { rule: string; number: string; title: string })[]
}

/** The state a list shows: what is to be done, or one of the others. */
export type FindingList = 'to-do' | 'done' | 'dismissed' | 'closed'
const statesOf: Record<FindingList, readonly FindingState[]> = {
  'to-do': ['open', 'planned'],
  done: ['done'],
  dismissed: ['dismissed'],
  closed: ['closed'],
}

/** Findings that the scope may see, the largest saving first. What evidence is missing is said to those who see every team. */
export async function readFindings(scope: Scope, list: FindingList): Promise<Findings> {
  const [rows, runs] = await Promise.all([
    readRows(scope, Prisma.sql`f.state = any(${[...statesOf[list]]}::text[])`),
    db().$queryRaw<{ asOf: Day; madeAt: string; missing: (Missing & { rule: string })[] }[]>`
      select as_of::text as "asOf", to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", missing
      from recommendation_run order by id desc limit 1`,
  ])
  const [run] = runs
  const missing = scope.teams === null ? (run?.missing ?? []) : []
  return {
    asOf: run?.asOf ?? null,
    madeAt: run?.madeAt ?? null,
    rows,
    totals: totalsOf(rows),
    missing: missing.flatMap((entry) => {
      const rule = ruleById(entry.rule)
      return rule ? [{ ...entry, number: rule.number, title: rule.title }] : []
    }),
  }
}

type Stored = Omit<FindingRow, 'number' | 'title' | 'saving' | 'counted'> &
  Record<`${'saving' | 'counted'}${'Low' | 'Expected' | 'High'}`, string>

/** Rows that the scope may see and the condition over `finding f` keeps. */
export async function readRows(scope: Scope, condition: Prisma.Sql): Promise<FindingRow[]> {
  const stored = await db().$queryRaw<Stored[]>(Prisma.sql`
    select f.id, f.key, f.rule, f.lever, f.state, f.team, f.project, f.model, f.provider, f.gpu_class as "gpuClass", f.currency, f.grade, f.effort,
      f.body -> 'subject' as subject, f.body ->> 'sentence' as sentence, f.saving_low::text as "savingLow", f.saving_expected::text as "savingExpected",
      f.saving_high::text as "savingHigh", f.counted_low::text as "countedLow", f.counted_expected::text as "countedExpected", f.counted_high::text as "countedHigh",
      f.frees::text as frees, (f.body ->> 'paybackDays')::int as "paybackDays", f.body -> 'size' as size, f.owner, f.due_on::text as "dueOn",
      f.done_on::text as "doneOn", f.realised, f.first_seen::text as "firstSeen"
    from finding f
    where ${scopeWhere(scope, Prisma.sql`f.team`)} and ${condition}
    order by f.saving_expected desc, f.frees desc, (f.body -> 'size' ->> 'amount')::numeric desc nulls last, f.key`)
  return stored.map(({ savingLow, savingExpected, savingHigh, countedLow, countedExpected, countedHigh, ...row }) => ({
    ...row,
    number: ruleById(row.rule)?.number ?? '',
    title: ruleById(row.rule)?.title ?? row.rule,
    saving: { low: savingLow, expected: savingExpected, high: savingHigh },
    counted: { low: countedLow, expected: countedExpected, high: countedHigh },
  }))
}

/** Sums of what counts, exact: cents of one currency. */
export function totalsOf(rows: readonly Pick<FindingRow, 'currency' | 'counted' | 'frees'>[]): FindingTotal[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].filter((currency) => currency !== '').sort()
  return currencies.map((currency) => {
    const mine = rows.filter((row) => row.currency === currency)
    const sum = (read: (row: (typeof mine)[number]) => string) =>
      cents(mine.reduce((total, row) => total + micro(read(row)), 0n))
    return {
      currency,
      counted: {
        low: sum(({ counted }) => counted.low),
        expected: sum(({ counted }) => counted.expected),
        high: sum(({ counted }) => counted.high),
      },
      frees: sum(({ frees }) => frees),
      findings: mine.length,
    }
  })
}
