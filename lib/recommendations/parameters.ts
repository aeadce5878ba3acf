import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { evaluate } from './evaluate.ts'
import type { Finding, Grade, Range } from './finding.ts'
import { guardParameters } from './guards.ts'
import { rules } from './index.ts'
import type { Parameter } from './parameter.ts'
import { parameterFault } from './parameter.ts'
import { factsAsOf, hiddenKeys } from './refresh-findings.ts'
import { readSettings, writeOrganisation } from './stored-settings.ts'

export type ParameterGroup = {
  rule: string
  number: string
  title: string
  parameters: (Parameter & { value: number })[]
}

const groups: readonly { rule: string; number: string; title: string; parameters: readonly Parameter[] }[] = [
  { rule: 'all', number: '', title: 'Every rule', parameters: guardParameters },
  ...rules.map(({ id, number, title, parameters }) => ({ rule: id, number, title, parameters })),
]

/** Every threshold with its unit, default, source and the value that holds. */
export async function readParameters(): Promise<ParameterGroup[]> {
  const { organisation } = await db().$transaction((transaction) => readSettings(prismaRunner(transaction)))
  return groups.map(({ parameters, ...group }) => ({
    ...group,
    parameters: parameters.map((parameter) => ({
      ...parameter,
      value: organisation[`${group.rule}.${parameter.id}`] ?? parameter.default,
    })),
  }))
}

/** `<rule>.<parameter>` to values: those alone that differ from the defaults. Throws AppError bad_request that names what is wrong. */
export function checkedParameters(values: Readonly<Record<string, number>>): Record<string, number> {
  const kept: Record<string, number> = {}
  for (const [name, value] of Object.entries(values)) {
    const group = groups.find(({ rule }) => name.startsWith(`${rule}.`))
    const parameter = group?.parameters.find(({ id }) => name === `${group.rule}.${id}`)
    if (!parameter) throw new AppError('bad_request', `There is no threshold ${name}.`)
    const fault = parameterFault(parameter, value)
    if (fault) throw new AppError('bad_request', `${group?.number} ${group?.title}: ${fault}.`.trim())
    if (value !== parameter.default) kept[name] = value
  }
  return kept
}

/** Stores the thresholds; findings are worked out anew when they are next looked at. */
export async function writeParameters(scope: Scope, values: Readonly<Record<string, number>>): Promise<void> {
  const kept = checkedParameters(values)
  await audited(scope, 'recommendations.thresholds', 'settings:recommendations', kept, (transaction) =>
    writeOrganisation(prismaRunner(transaction), kept),
  )
}

type Seen = { key: string; sentence: string; grade: Grade; currency: string; saving: Range }
export type ParametersPreview = { appear: Seen[]; go: Seen[]; change: (Seen & { before: Range })[] }

/** Which findings other thresholds would bring, take away and change, over the facts as they are now. Stores nothing. */
export async function previewParameters(values: Readonly<Record<string, number>>): Promise<ParametersPreview> {
  const organisation = checkedParameters(values)
  const facts = await factsAsOf(null)
  if (facts === null) return { appear: [], go: [], change: [] }
  const [settings, hidden] = await db().$transaction(async (transaction) => {
    const run = prismaRunner(transaction)
    return [await readSettings(run), await hiddenKeys(run, facts.asOf)] as const
  })
  const now = byKey(evaluate(facts, rules, settings, hidden).findings)
  const then = byKey(evaluate(facts, rules, { ...settings, organisation }, hidden).findings)
  const seen = ({ key, sentence, grade, currency, saving }: Finding): Seen => ({
    key,
    sentence,
    grade,
    currency,
    saving,
  })
  return {
    appear: [...then.values()].filter(({ key }) => !now.has(key)).map(seen),
    go: [...now.values()].filter(({ key }) => !then.has(key)).map(seen),
    change: [...then.values()].flatMap((finding) => {
      const before = now.get(finding.key)
      return before && before.saving.expected !== finding.saving.expected
        ? [{ ...seen(finding), before: before.saving }]
        : []
    }),
  }
}

function byKey(findings: readonly Finding[]): Map<string, Finding> {
  return new Map(findings.map((finding) => [finding.key, finding]))
}
