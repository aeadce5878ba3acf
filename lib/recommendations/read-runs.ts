import type { Scope } from '@/lib/auth/scope.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { readModelFacts } from './facts/inventory.ts'
import { readRuns } from './facts/runs.ts'
import type { ModelFacts, Run } from './facts/workloads.ts'
import { lostGpuHours, mfuOf } from './rules/training-waste.ts'

/** A run with what follows from its attempts; null where something is not stated. */
export type RunRow = Omit<Run, 'attempts' | 'items'> & {
  state: string | null
  attempts: number
  from: string
  to: string
  tokensB: number | null
  /** Useful step time / allocated time, 0 to 1. */
  goodput: number | null
  /** GPU hours after the last checkpoint of failed and killed attempts, and what they cost. */
  lostGpuHours: number
  lostCost: string | null
  mfu: number | null
  costPerBillionTokens: string | null
}

/** Runs that the scope may see, the newest first. */
export async function listRuns(scope: Scope, asOf: Day): Promise<RunRow[]> {
  const runs = await db().$transaction((transaction) => readRuns(prismaRunner(transaction), {}, [], asOf))
  const mine = runs.filter(({ team }) => scope.teams === null || (team !== null && scope.teams.includes(team)))
  return mine.map(rowOf).sort((a, b) => (a.to < b.to ? 1 : -1))
}

function rowOf({ attempts, items: _items, ...run }: Run): RunRow {
  const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000
  const wall = attempts.reduce((sum, { start, end }) => sum + hours(start, end), 0)
  const known = <T>(values: readonly (T | null)[]): values is readonly T[] => values.every((value) => value !== null)
  const tokens = attempts.map(({ tokensB }) => tokensB)
  const useful = attempts.map(({ usefulHours }) => usefulHours)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const tokensB = known(tokens) ? sum(tokens) : null
  const lost = sum(attempts.map(lostGpuHours))
  return {
    ...run,
    state: attempts.at(-1)?.state ?? null,
    attempts: attempts.length,
    from: attempts[0]?.start ?? '',
    to: attempts.at(-1)?.end ?? '',
    tokensB,
    goodput: known(useful) && wall > 0 ? Math.min(1, sum(useful) / wall) : null,
    lostGpuHours: lost,
    lostCost: run.cost !== null && run.gpuHours ? ((Number(run.cost) * lost) / run.gpuHours).toFixed(2) : null,
    mfu: mfuOf({ ...run, attempts, items: [] }),
    costPerBillionTokens: run.cost !== null && tokensB ? (Number(run.cost) / tokensB).toFixed(2) : null,
  }
}

/** What owners say about these models, by name. */
export async function listModelFacts(models: readonly string[], asOf: Day): Promise<Record<string, ModelFacts>> {
  const factsOf = await db().$transaction((transaction) => readModelFacts(prismaRunner(transaction), asOf))
  return Object.fromEntries(models.map((model) => [model, factsOf(model, null)]))
}
