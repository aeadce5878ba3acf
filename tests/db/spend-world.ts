import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { finishRollups } from '@/lib/db/rollups.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { goLive, takeBack } from '@/lib/import/publish.ts'

/** What a charge of a small world may say; the rest has defaults. Amounts are decimal text. */
export type WorldCharge = {
  team?: string | null
  project?: string | null
  model?: string | null
  environment?: string | null
  gpuClass?: string | null
  /** GPU hours = quantity x hours[0] / hours[1]. */
  hours?: [string, string]
  service?: string | null
  region?: string | null
  subAccount?: string | null
  pricingCategory?: string | null
  chargeCategory?: string
  currency?: string
  /** ISO instant or day. */
  at: string
  billed?: string | null
  effective?: string | null
  list?: string | null
  contracted?: string | null
  quantity?: string | null
}

export type WorldSlice = {
  provider?: string
  account?: string
  month: string
  isSample?: boolean
  charges: WorldCharge[]
}

export const everything: Scope = { userId: null, actor: 'test', role: 'admin', teams: null }

/** What somebody sees who may see these teams only. */
export function teamScope(...teams: string[]): Scope {
  return { ...everything, role: 'engineer', teams }
}

/** The filter that these URL parameters mean. */
export function filterOf(query: string): SpendFilter {
  return parseFilter(new URLSearchParams(query), { asOf: '2026-10-01' })
}

/** A connection that fills a test database as an import does, one slice at a time. */
export async function openWorld(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const run = pgRunner(client)
  const one = async (sql: string, values: unknown[]): Promise<number> => {
    const [row] = await run(`${sql} RETURNING id`, values)
    return Number(row?.id)
  }

  async function inTransaction(work: () => Promise<void>): Promise<void> {
    await client.query('BEGIN')
    await work()
    await finishRollups(run, { slices: (await run('SELECT id FROM slice')).map((row) => Number(row.id)) })
    await client.query('COMMIT')
  }

  /** Stages a slice version without publishing it; returns its id. */
  async function stage({
    provider = 'AWS',
    account = 'acct',
    month,
    isSample = false,
    charges,
  }: WorldSlice): Promise<number> {
    const importId = await one(
      `INSERT INTO import (state, label, created_by, is_sample) VALUES ('published', $1, 'test', $2)`,
      [`${account} ${month}`, isSample],
    )
    await run(
      `INSERT INTO import_file (import_id, ordinal, name, path, bytes, sha256) VALUES ($1, 0, 'bill.csv', 'x', 1, 'x')`,
      [importId],
    )
    await run(
      `INSERT INTO slice (provider, billing_account_id, billing_period) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [provider, account, month],
    )
    const versionId = await one(
      `INSERT INTO slice_version (slice_id, import_id, version, rows, totals)
       SELECT s.id, $1, (SELECT count(*) + 1 FROM slice_version v WHERE v.slice_id = s.id), $2, '{}'
       FROM slice s WHERE (provider, billing_account_id, billing_period) = ($3, $4, $5::date)`,
      [importId, charges.length, provider, account, month],
    )
    for (const [index, charge] of charges.entries()) await addCharge(versionId, provider, account, index + 2, charge)
    await run(
      `INSERT INTO meter_day SELECT version_id, meter_id, (charge_start at time zone 'UTC')::date, sum(billed), sum(effective), sum(list),
         sum(contracted), sum(quantity), count(*), count(*) - count(billed), count(*) - count(effective), count(*) - count(list),
         count(*) - count(contracted) FROM charge WHERE version_id = $1 GROUP BY 1, 2, 3`,
      [versionId],
    )
    return versionId
  }

  async function addCharge(
    versionId: number,
    provider: string,
    account: string,
    row: number,
    c: WorldCharge,
  ): Promise<void> {
    const {
      service = 'Compute',
      region = null,
      subAccount = null,
      pricingCategory = null,
      chargeCategory = 'Usage',
      currency = 'USD',
    } = c
    const group = [
      c.team ?? null,
      c.project ?? null,
      c.model ?? null,
      c.environment ?? null,
      c.gpuClass ?? null,
      provider,
      account,
    ]
    group.push(subAccount, service, region, pricingCategory, chargeCategory, currency)
    await run(
      `INSERT INTO spend_group (team, project, model, environment, gpu_class, provider, billing_account_id, sub_account_id, service, region,
         pricing_category, charge_category, currency, usage_state, cost_source)
       VALUES (${group.map((_, i) => `$${i + 1}`).join(', ')}, meter_usage_state($5, NULL), meter_cost_source($6, $13))`,
      group,
    )
    const meterId = randomUUID()
    await run(
      `WITH g AS (SELECT * FROM spend_group WHERE key = spend_group_key(${group.map((_, i) => `$${i + 1}`).join(', ')}, meter_usage_state($5, NULL), meter_cost_source($6, $13)) LIMIT 1), m AS (
         INSERT INTO meter (id, provider, billing_account_id, sub_account_id, service_name, region_id, pricing_category, charge_category,
           currency, team, project, model, environment, gpu_class, gpu_hours_numerator, gpu_hours_denominator, consumed_unit, group_id)
         SELECT $14, provider, billing_account_id, sub_account_id, service, region, pricing_category, charge_category,
           currency, team, project, model, environment, gpu_class, $15, $16, 'Hours', id FROM g
       )
       INSERT INTO charge (version_id, meter_id, charge_start, charge_end, billed, effective, list, contracted, quantity, file, row)
       VALUES ($17, $14, $18, $18::timestamptz + interval '1 hour', $19, $20, $21, $22, $23, 0, $24)`,
      [
        ...group,
        meterId,
        c.hours?.[0] ?? null,
        c.hours?.[1] ?? null,
        versionId,
        c.at.includes('T') ? c.at : `${c.at}T00:00:00Z`,
        c.billed ?? null,
        c.effective ?? null,
        c.list ?? null,
        c.contracted ?? null,
        c.quantity ?? null,
        row,
      ],
    )
  }

  return {
    run,
    stage,
    publish: (...versionIds: number[]) => inTransaction(() => goLive(run, versionIds)),
    undo: (...versionIds: number[]) => inTransaction(() => takeBack(run, versionIds)),
    close: () => client.end(),
  }
}
