import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { ExchangeRateRow } from '@/lib/core/receipt.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import type { ExchangeRate, ExchangeRateDraft } from './exchange-rate.ts'
import { readExchangeRate } from './exchange-rate.ts'
import { deleteRates, lockStoredRates, rateKey, readRates, writeRates } from './stored-rates.ts'

/** Every exchange rate that is stored, newest month first. */
export async function listExchangeRates(): Promise<ExchangeRateRow[]> {
  return readRates(prismaRunner(db()))
}

/**
 * Writes one rate, over what was there for its month and pair. Throws bad_request for a draft that is none, conflict in a closed month.
 * Answers the rate as it is stored.
 */
export async function saveExchangeRate(scope: Scope, draft: ExchangeRateDraft): Promise<ExchangeRate> {
  const read = readExchangeRate(draft)
  if (!('rate' in read)) {
    const [first] = read.faults
    throw new AppError('bad_request', `${first?.field} ${first?.reason}. ${first?.whatToDo}`, {
      fields: Object.fromEntries(read.faults.map(({ field, reason, whatToDo }) => [field, `${reason}. ${whatToDo}`])),
    })
  }
  const { rate } = read
  await audited<string | null>(
    scope,
    'exchange-rate.save',
    subject(rate),
    (was) => ({ ...rate, was }),
    async (tx) => {
      const run = prismaRunner(tx)
      const { rates, closed } = await lockStoredRates(run)
      if (closed.has(rate.month)) throw frozen(rate)
      await writeRates(run, [{ ...rate, importId: null, createdBy: scope.actor }])
      return rates.get(rateKey(rate))?.rate ?? null
    },
  )
  return rate
}

/** Removes one rate. Throws not_found when it is not there, conflict in a closed month. */
export async function removeExchangeRate(scope: Scope, of: Pick<ExchangeRate, 'month' | 'from' | 'to'>): Promise<void> {
  await audited(
    scope,
    'exchange-rate.remove',
    subject(of),
    (was: string) => ({ was }),
    async (tx) => {
      const run = prismaRunner(tx)
      const { rates, closed } = await lockStoredRates(run)
      const stored = rates.get(rateKey(of))
      if (!stored)
        throw new AppError('not_found', `There is no rate from ${of.from} to ${of.to} of ${of.month.slice(0, 7)}.`)
      if (closed.has(of.month)) throw frozen(of)
      await deleteRates(run, [of])
      return stored.rate
    },
  )
}

function subject({ month, from, to }: Pick<ExchangeRate, 'month' | 'from' | 'to'>): string {
  return `exchange-rate:${month.slice(0, 7)} ${from} to ${to}`
}

function frozen({ month }: Pick<ExchangeRate, 'month'>): AppError {
  return new AppError(
    'conflict',
    `${month.slice(0, 7)} is closed: its exchange rates are frozen. An admin can open it again first.`,
  )
}
