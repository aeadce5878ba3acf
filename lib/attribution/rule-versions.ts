import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { lockAttribution } from './lock.ts'
import { refresh } from './refresh.ts'
import type { AllocationRule } from './rule.ts'
import type { RuleDiff } from './rule-diff.ts'
import { diffRules, sameRules } from './rule-diff.ts'

/** The rule list that holds. Version 0: nobody has saved one yet, and the list is empty. */
export type CurrentRules = { version: number; rules: AllocationRule[] }

/** A saved rule list in the history, newest first; `diff` is against the one before it. Times are ISO 8601. */
export type RuleVersionRow = {
  version: number
  note: string
  createdBy: string
  createdAt: string
  rules: number
  diff: RuleDiff
}

const LISTED = 50

/** The newest rule list. */
export async function readRules(_scope: Scope): Promise<CurrentRules> {
  const row = await db().ruleVersion.findFirst({ orderBy: { id: 'desc' } })
  return row ? { version: row.id, rules: rulesOf(row) } : { version: 0, rules: [] }
}

/** One saved rule list. Throws AppError not_found. */
export async function readRuleVersion(_scope: Scope, version: number): Promise<CurrentRules> {
  const row = await db().ruleVersion.findUnique({ where: { id: version } })
  if (!row) throw new AppError('not_found', `There is no version ${version} of the rules.`)
  return { version, rules: rulesOf(row) }
}

/** The newest fifty versions. */
export async function listRuleVersions(_scope: Scope): Promise<RuleVersionRow[]> {
  const rows = await db().ruleVersion.findMany({ orderBy: { id: 'desc' }, take: LISTED + 1 })
  return rows.slice(0, LISTED).map((row, n) => {
    const before = rows[n + 1]
    const rules = rulesOf(row)
    return {
      version: row.id,
      note: row.note,
      createdBy: row.createdBy,
      createdAt: row.createdAt.toISOString(),
      rules: rules.length,
      diff: diffRules(before ? rulesOf(before) : [], rules),
    }
  })
}

/**
 * Saves a rule list as a new version and attributes every meter by it. `base` is the version that was edited: where somebody saved another
 * since, AppError conflict and nothing happens. A list that is the newest already is not saved again.
 */
export async function saveRules(
  scope: Scope,
  given: { base: number; rules: AllocationRule[]; note: string },
): Promise<{ version: number; saved: boolean; diff: RuleDiff }> {
  const newest = await readRules(scope)
  const diff = diffRules(newest.rules, given.rules)
  if (newest.version === given.base && sameRules(newest.rules, given.rules))
    return { version: newest.version, saved: false, diff }
  return audited(
    scope,
    'rules.save',
    'rules',
    ({ version }) => ({ version, before: given.base, note: given.note, ...diff }),
    async (transaction) => {
      const run = prismaRunner(transaction)
      await lockAttribution(run)
      const found = await transaction.ruleVersion.findFirst({
        orderBy: { id: 'desc' },
        select: { id: true, createdBy: true },
      })
      if ((found?.id ?? 0) !== given.base)
        throw new AppError(
          'conflict',
          `${found?.createdBy} saved version ${found?.id} of the rules since version ${given.base} was read. Read it again and repeat the change.`,
          { newest: found?.id ?? 0, base: given.base },
        )
      const { id } = await transaction.ruleVersion.create({
        data: { rules: given.rules, note: given.note, createdBy: scope.actor },
      })
      await refresh(run, { rules: true })
      return { version: id, saved: true, diff }
    },
  )
}

function rulesOf({ rules }: { rules: unknown }): AllocationRule[] {
  return rules as AllocationRule[]
}
