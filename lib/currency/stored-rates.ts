import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import type { ExchangeRateRow } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { ExchangeRate } from './exchange-rate.ts'

const columns = `month::text, from_currency AS "from", to_currency AS "to", trim_scale(rate)::text AS rate, source, observed_on::text AS "observedOn",
  import_id AS "importId", created_by AS "createdBy"`

/** Every stored rate, newest month first. */
export async function readRates(run: SqlRunner): Promise<ExchangeRateRow[]> {
  return (await run(
    `SELECT ${columns} FROM exchange_rate ORDER BY month DESC, from_currency, to_currency`,
  )) as unknown as ExchangeRateRow[]
}

/** Keeps everybody else from changing rates and closing months until this transaction ends, and reads both. */
export async function lockStoredRates(
  run: SqlRunner,
): Promise<{ rates: Map<string, ExchangeRateRow>; closed: Set<Day> }> {
  await run('LOCK TABLE exchange_rate, closed_month IN SHARE ROW EXCLUSIVE MODE')
  const rates = await readRates(run)
  const closed = await run('SELECT month::text FROM closed_month')
  return {
    rates: new Map(rates.map((rate) => [rateKey(rate), rate])),
    closed: new Set(closed.map(({ month }) => String(month))),
  }
}

/** What makes it the same rate: month and pair, in that direction. */
export function rateKey({ month, from, to }: Pick<ExchangeRate, 'month' | 'from' | 'to'>): string {
  return `${month} ${from} ${to}`
}

/** Whether a stored rate says just the same. */
export function isSameRate(stored: ExchangeRateRow | undefined, rate: ExchangeRate): boolean {
  if (!stored) return false
  const digits = (text: string) =>
    text
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
  return (
    digits(stored.rate) === digits(rate.rate) && stored.source === rate.source && stored.observedOn === rate.observedOn
  )
}

/** Writes rates over what is there for their months and pairs. */
export async function writeRates(run: SqlRunner, rates: readonly (ExchangeRate & Author)[]): Promise<void> {
  if (rates.length === 0) return
  await run(
    `INSERT INTO exchange_rate (month, from_currency, to_currency, rate, source, observed_on, import_id, created_by)
     SELECT month, "from", "to", rate, source, "observedOn", "importId", "createdBy" FROM jsonb_to_recordset($1::jsonb)
       AS r(month date, "from" text, "to" text, rate numeric, source text, "observedOn" date, "importId" int, "createdBy" text)
     ON CONFLICT (month, from_currency, to_currency) DO UPDATE SET rate = excluded.rate, source = excluded.source,
       observed_on = excluded.observed_on, import_id = excluded.import_id, created_by = excluded.created_by, created_at = now()`,
    [JSON.stringify(rates)],
  )
}

/** Who wrote a rate: a person, or an import that a person made. */
export type Author = { importId: number | null; createdBy: string }

/** Removes rates by month and pair. */
export async function deleteRates(
  run: SqlRunner,
  rates: readonly Pick<ExchangeRate, 'month' | 'from' | 'to'>[],
): Promise<void> {
  if (rates.length === 0) return
  await run(
    `DELETE FROM exchange_rate e USING jsonb_to_recordset($1::jsonb) AS r(month date, "from" text, "to" text)
     WHERE e.month = r.month AND e.from_currency = r."from" AND e.to_currency = r."to"`,
    [JSON.stringify(rates)],
  )
}

/** Takes back what an import stored: what it replaced is there again. Throws conflict when something of it was changed or frozen since. */
export async function takeBackRates(
  run: SqlRunner,
  importId: number,
  replaced: readonly ExchangeRateRow[],
  stored: number,
): Promise<void> {
  const { rates, closed } = await lockStoredRates(run)
  const own = [...rates.values()].filter((rate) => rate.importId === importId)
  const frozen = [...new Set(own.map(({ month }) => month).filter((month) => closed.has(month)))].sort()
  if (frozen[0]) {
    const month = frozen[0].slice(0, 7)
    throw new AppError(
      'conflict',
      `${month} is closed: its exchange rates are frozen. An admin can open it again first.`,
    )
  }
  if (own.length < stored) {
    throw new AppError(
      'conflict',
      `${stored - own.length} of the ${stored} rates of this import were changed later. Undo would lose that; change them back under Exchange rates.`,
    )
  }
  await deleteRates(run, own)
  await writeRates(run, replaced)
}
