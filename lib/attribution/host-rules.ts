import { refresh } from '@/lib/attribution/refresh.ts'
import { compilePattern } from '@/lib/attribution/rule-pattern.ts'
import { DEFAULT_IDLE_THRESHOLD } from '@/lib/attribution/usage-days.ts'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import { compare } from '@/lib/core/money.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'

/** An admin's word on machines; `id` is null for a new one. On the usage side `target` is a machine of the bills, on the bill side a new name. */
export type HostRuleEdit = {
  id: number | null
  side: 'usage' | 'bill'
  kind: 'glob' | 'regex'
  pattern: string
  /** `$1` to `$9` are groups of a regular expression. */
  target: string
}
export type HostRule = HostRuleEdit & { id: number; createdBy: string }
export type HostSettings = { rules: HostRule[] /** Decimal text, 0 to 1. */; idleThreshold: string }

const thresholdKey = 'idle-threshold'

/** The rules in their order, and the utilisation below which held GPUs are idle. */
export async function readHostSettings(): Promise<HostSettings> {
  const rows = await db().hostRule.findMany({ orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] })
  const threshold = await db().setting.findUnique({ where: { key: thresholdKey } })
  return {
    rules: rows.map((row) => ({
      id: row.id,
      side: row.side === 'bill' ? 'bill' : 'usage',
      kind: row.kind === 'regex' ? 'regex' : 'glob',
      pattern: row.pattern,
      target: row.target,
      createdBy: row.createdBy,
    })),
    idleThreshold: threshold ? String(threshold.value) : DEFAULT_IDLE_THRESHOLD,
  }
}

/**
 * Replaces the rules and the threshold and works out machines, usage and shares anew; returns how many machines of the telemetry are named
 * otherwise than before. Throws bad_request that names the rule whose pattern or target cannot be.
 */
export async function writeHostSettings(
  scope: Scope,
  given: { rules: readonly HostRuleEdit[]; idleThreshold: string },
): Promise<{ machines: number }> {
  for (const [at, rule] of given.rules.entries()) checkRule(rule, at + 1)
  checkThreshold(given.idleThreshold)
  const details = { rules: given.rules.map(({ id: _id, ...rule }) => rule), idleThreshold: given.idleThreshold }
  return audited(
    scope,
    'settings.hosts',
    'settings:hosts',
    ({ machines }) => ({ ...details, machines }),
    async (tx) => {
      const run = prismaRunner(tx)
      const kept = given.rules.flatMap(({ id }) => (id === null ? [] : [id]))
      await tx.hostRule.deleteMany({ where: { id: { notIn: kept } } })
      for (const [ordinal, { id, ...rule }] of given.rules.entries()) {
        if (id === null) await tx.hostRule.create({ data: { ...rule, ordinal, createdBy: scope.actor } })
        else {
          const { count } = await tx.hostRule.updateMany({ where: { id }, data: { ...rule, ordinal } })
          if (count === 0)
            throw new AppError('conflict', `Somebody removed rule ${ordinal + 1}. Reload the page and try again.`)
        }
      }
      const value = given.idleThreshold
      await tx.setting.upsert({ where: { key: thresholdKey }, create: { key: thresholdKey, value }, update: { value } })
      const before = await run('SELECT resource, host FROM usage_host')
      await refresh(run, { hosts: true })
      const after = await run('SELECT resource, host FROM usage_host')
      const was = new Map(before.map((row) => [row.resource, row.host]))
      return { machines: after.filter((row) => was.get(row.resource) !== row.host).length }
    },
  )
}

function checkRule(rule: HostRuleEdit, number: number): void {
  const reason = problemOf(rule)
  if (reason) throw new AppError('bad_request', `Rule ${number}: ${reason}.`)
}

function problemOf({ kind, pattern, target }: HostRuleEdit): string | null {
  if (pattern.trim() === '') return 'the pattern is empty; * matches every name'
  if (target.trim() === '') return 'the machine it means is not named'
  const compiled = compilePattern(kind, pattern)
  if (typeof compiled === 'string') return compiled
  const used = [...target.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit))
  const beyond = used.find((group) => group > compiled.groups)
  if (beyond === undefined) return null
  if (kind === 'glob') return `$${beyond} is a group of a regular expression, and this is a glob`
  return `$${beyond} is not there: the pattern has ${compiled.groups} ${compiled.groups === 1 ? 'group' : 'groups'}`
}

function checkThreshold(text: string): void {
  if (!/^\d(\.\d{1,6})?$/.test(text) || compare(text, '1') > 0) {
    throw new AppError(
      'bad_request',
      `The idle threshold is a number from 0 to 1, such as 0.05, not ${JSON.stringify(text)}.`,
    )
  }
}
