import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { dailyCost } from './daily-cost.ts'
import { evaluate } from './evaluate.ts'
import type { Facts } from './facts/facts.ts'
import type { Finding } from './finding.ts'
import { guardParameters } from './guards.ts'
import { ruleById } from './index.ts'
import type { Parameter, Settings } from './parameter.ts'
import { parameterFault } from './parameter.ts'
import type { FindingRow } from './read-findings.ts'
import { readRows } from './read-findings.ts'
import { withCatalogue } from './refresh-findings.ts'
import type { DailyCost } from './saving-check.ts'
import { readSettings } from './stored-settings.ts'
import type { Promised } from './verify.ts'

export type FindingEvent = { at: string; actor: string; action: string; details: Record<string, unknown> }

/** What the engine said, as it is stored beside the columns. */
export type FindingBody = Pick<
  Finding,
  | 'gradeReason'
  | 'claims'
  | 'calculation'
  | 'evidence'
  | 'risks'
  | 'actions'
  | 'oneTimeCost'
  | 'cost'
  | 'measuredBy'
  | 'step'
>

export type Assumption = Parameter & { value: number }

export type FindingDetail = {
  row: FindingRow
  body: FindingBody
  assumptions: Assumption[]
  /** Findings on the same resources: those it takes the place of, and those that take its place. */
  related: { row: FindingRow; how: 'replaces' | 'replaced by' | 'same resource' }[]
  events: FindingEvent[]
  promise: Promised | null
  dismissedReason: string | null
  dismissedUntil: string | null
  closedReason: string | null
  /** Cost of its items by day, over the last 120 days. */
  daily: DailyCost
}

type Stored = {
  key: string
  body: FindingBody & Pick<Finding, 'assumptions' | 'replaces' | 'replacedBy' | 'uses'>
  facts: Facts
  promise: Promised | null
  dismissedReason: string | null
  dismissedUntil: string | null
  closedReason: string | null
}

async function stored(scope: Scope, id: number): Promise<{ row: FindingRow; found: Stored }> {
  const [row] = await readRows(scope, Prisma.sql`f.id = ${id}`)
  if (!row) throw new AppError('not_found', 'There is no such finding, or it is of a team that you do not see.')
  const [found] = await db().$queryRaw<Stored[]>`
    select key, body, facts, promise, dismissed_reason as "dismissedReason", dismissed_until::text as "dismissedUntil", closed_reason as "closedReason"
    from finding where id = ${id}`
  if (!found) throw new AppError('not_found', 'There is no such finding.')
  return { row, found }
}

/** Everything that a finding's page shows. Throws AppError not_found outside the scope. */
export async function readFinding(scope: Scope, id: number): Promise<FindingDetail> {
  const { row, found } = await stored(scope, id)
  const { body, facts } = found
  const items = body.claims.map(({ item }) => item)
  const [others, events, settings, daily] = await Promise.all([
    readRows(
      scope,
      Prisma.sql`f.id <> ${id} and f.state in ('open', 'planned') and exists (
      select from jsonb_array_elements(f.body -> 'claims') c where c ->> 'item' = any(${items}::text[]))`,
    ),
    db().$queryRaw<FindingEvent[]>`
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor, action, details
      from finding_event where finding_id = ${id} order by id desc`,
    db().$transaction((transaction) => readSettings(prismaRunner(transaction))),
    db().$transaction((transaction) => dailyCost(prismaRunner(transaction), { by: 'items', items }, facts.asOf, 120)),
  ])
  const { assumptions, replaces, replacedBy, uses: _uses, ...shown } = body
  return {
    row,
    body: shown,
    assumptions: assumptionsOf(row.rule, assumptions, settings, row.key),
    related: others.map((other) => ({
      row: other,
      how: replaces.includes(other.key) ? 'replaces' : replacedBy.includes(other.key) ? 'replaced by' : 'same resource',
    })),
    events,
    promise: found.promise,
    dismissedReason: found.dismissedReason,
    dismissedUntil: found.dismissedUntil,
    closedReason: found.closedReason,
    daily,
  }
}

function assumptionsOf(rule: string, ids: readonly string[], settings: Settings, key: string): Assumption[] {
  const parameters = ruleById(rule)?.parameters ?? []
  return ids.flatMap((id) => {
    const parameter = parameters.find((one) => one.id === id)
    if (!parameter) return []
    return [
      {
        ...parameter,
        value: settings.findings[key]?.[id] ?? settings.organisation[`${rule}.${id}`] ?? parameter.default,
      },
    ]
  })
}

/** Values of a finding's own assumptions, checked. Throws AppError bad_request that names what is wrong. */
export function checkedAssumptions(rule: string, values: Readonly<Record<string, number>>): Record<string, number> {
  const parameters = ruleById(rule)?.parameters ?? []
  for (const [id, value] of Object.entries(values)) {
    const parameter = parameters.find((one) => one.id === id && one.perFinding)
    if (!parameter) throw new AppError('bad_request', `${id} is no assumption of this finding.`)
    const fault = parameterFault(parameter, value)
    if (fault) throw new AppError('bad_request', `${fault}.`)
  }
  return { ...values }
}

/** What the finding would say under other assumptions; null where it would no longer hold. Changes nothing. */
export async function recompute(
  scope: Scope,
  id: number,
  values: Readonly<Record<string, number>>,
): Promise<Finding | null> {
  const { row, found } = await stored(scope, id)
  const rule = ruleById(row.rule)
  if (!rule) return null
  const settings = await db().$transaction((transaction) => readSettings(prismaRunner(transaction)))
  const changed = checkedAssumptions(row.rule, values)
  // The floor is about what a list shows, not about whether a finding holds.
  const organisation = { ...settings.organisation, ...Object.fromEntries(floors.map((name) => [`all.${name}`, 0])) }
  const { findings } = evaluate(withCatalogue(found.facts), [rule], {
    organisation,
    findings: { ...settings.findings, [row.key]: changed },
  })
  return findings.find(({ key }) => key === row.key) ?? null
}

const floors = guardParameters.map(({ id }) => id).filter((id) => id.startsWith('floor-'))
