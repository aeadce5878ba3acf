import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { readDaysBilled, readTotals, readUnowned } from './allocation.ts'
import { readBaseLoads } from './base-loads.ts'
import { readCommitments } from './commitments.ts'
import type { Facts } from './facts.ts'
import { billedInventory, readInventory, readModelFacts, storedCheckpoints } from './inventory.ts'
import { readItems } from './items.ts'
import { readMachines } from './machines.ts'
import { readMarket } from './market.ts'
import { readOtherMeters } from './other-meters.ts'
import { makeParts, WINDOW_DAYS } from './parts.ts'
import { readPriceMoves } from './price-moves.ts'
import { readRuns } from './runs.ts'
import { readServices } from './services.ts'
import { readTelemetry, TELEMETRY_DAYS } from './telemetry.ts'

/** The day after the last one that any live bill charges for; null where there is no bill. */
export async function dayAfterLast(run: SqlRunner): Promise<Day | null> {
  const [row] = await run('SELECT (max(day) + 1)::text AS day FROM dimension_spend')
  return row?.day ? String(row.day) : null
}

/**
 * Everything that rules may look at, for all teams, as of a day (exclusive). Runs within the caller's transaction and leaves nothing behind but
 * temporary tables that go with it.
 */
export async function loadFacts(run: SqlRunner, asOf: Day): Promise<Facts> {
  await run(`SET LOCAL work_mem = '128MB'`)
  await makeParts(run, asOf)
  const items = await readItems(run)
  const machines = await readMachines(run, items, await readTelemetry(run, asOf), asOf)
  const seen = await readInventory(run, asOf)
  const modelFacts = await readModelFacts(run, asOf)
  return {
    asOf,
    window: { from: addDays(asOf, -WINDOW_DAYS), to: asOf },
    telemetry: { from: addDays(asOf, -TELEMETRY_DAYS), to: asOf },
    daysBilled: await readDaysBilled(run),
    items,
    machines,
    commitments: await readCommitments(run, items, machines, asOf),
    baseLoads: await readBaseLoads(run, items, machines, asOf),
    services: await readServices(run, items, machines, modelFacts, asOf),
    ...(await readOtherMeters(run, items, seen, modelFacts)),
    runs: await readRuns(run, items, machines, asOf),
    inventory: billedInventory(seen, items),
    checkpoints: storedCheckpoints(seen, items),
    unowned: await readUnowned(run, items),
    priceMoves: await readPriceMoves(run, asOf),
    totals: await readTotals(run),
    market: await readMarket(run, items, machines, asOf),
  }
}
