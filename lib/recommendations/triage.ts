import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import type { Measured } from './daily-cost.ts'
import type { Finding } from './finding.ts'
import { checkedAssumptions, recompute } from './finding-detail.ts'
import type { FindingRow } from './read-findings.ts'
import { readRows } from './read-findings.ts'
import { bodyOf } from './store-findings.ts'
import type { Promised } from './verify.ts'

export type Triage =
  | { action: 'plan'; owner: string; dueOn: Day | null }
  | { action: 'done'; doneOn: Day }
  | { action: 'dismiss'; reason: string; until: Day | null }
  | { action: 'reopen' }
  | { action: 'assume'; values: Record<string, number> }

/** Changes what is to become of a finding, keeps its history and the audit log, and returns it. Throws AppError outside the scope. */
export async function triage(scope: Scope, id: number, change: Triage): Promise<FindingRow> {
  const [row] = await readRows(scope, Prisma.sql`f.id = ${id}`)
  if (!row) throw new AppError('not_found', 'There is no such finding, or it is of a team that you do not see.')
  const { action, ...details } = change
  const computed = change.action === 'assume' ? await recompute(scope, id, change.values) : null
  await audited(
    scope,
    `finding.${action}`,
    `finding:${row.key}`,
    details as Prisma.InputJsonObject,
    async (transaction) => {
      const finding = await transaction.finding.findUniqueOrThrow({ where: { id } })
      await transaction.finding.update({ where: { id }, data: dataOf(change, finding, computed) })
      await transaction.findingEvent.create({
        data: { findingId: id, actor: scope.actor, action, details: details as Prisma.InputJsonObject },
      })
    },
  )
  const [after] = await readRows(scope, Prisma.sql`f.id = ${id}`)
  return after ?? row
}

type Stored = Prisma.FindingGetPayload<true>

const nothing = {
  owner: null,
  dueOn: null,
  doneOn: null,
  dismissedReason: null,
  dismissedUntil: null,
  closedReason: null,
  promise: Prisma.DbNull,
  realised: Prisma.DbNull,
}
const day = (text: Day | null) => (text === null ? null : new Date(`${text}T00:00:00Z`))

function dataOf(change: Triage, finding: Stored, computed: Finding | null): Prisma.FindingUpdateInput {
  switch (change.action) {
    case 'plan':
      return { ...nothing, state: 'planned', owner: change.owner, dueOn: day(change.dueOn) }
    case 'done':
      return {
        ...nothing,
        owner: finding.owner,
        state: 'done',
        doneOn: day(change.doneOn),
        promise: promiseOf(finding),
      }
    case 'dismiss':
      return { ...nothing, state: 'dismissed', dismissedReason: change.reason, dismissedUntil: day(change.until) }
    case 'reopen':
      return { ...nothing, state: 'open' }
    case 'assume':
      return { assumptions: checkedAssumptions(finding.rule, change.values), ...(computed && said(computed, finding)) }
  }
}

/** What a finding says under changed assumptions, until the next run works out the total that it is part of. */
function said(computed: Finding, { body }: Stored): Prisma.FindingUpdateInput {
  const { replaces, replacedBy } = body as unknown as Pick<Finding, 'replaces' | 'replacedBy'>
  return {
    savingLow: computed.saving.low,
    savingExpected: computed.saving.expected,
    savingHigh: computed.saving.high,
    body: { ...bodyOf(computed), replaces, replacedBy } as unknown as Prisma.InputJsonObject,
  }
}

/** What is held against the bills later: the saving as it stood, and what it is measured on. */
function promiseOf(finding: Stored): Prisma.InputJsonObject {
  const body = finding.body as { claims: { item: string }[]; measuredBy: 'items' | 'project' }
  const measured: Measured =
    body.measuredBy === 'project' && finding.project !== null
      ? { by: 'project', project: finding.project, currency: finding.currency }
      : { by: 'items', items: body.claims.map(({ item }) => item) }
  const promise: Promised = {
    saving: finding.savingExpected.toString(),
    low: finding.savingLow.toString(),
    high: finding.savingHigh.toString(),
    currency: finding.currency,
    measured,
  }
  return promise as unknown as Prisma.InputJsonObject
}
