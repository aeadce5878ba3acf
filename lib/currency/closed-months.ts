import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { lockStoredRates } from './stored-rates.ts'

export type ClosedMonth = { month: Day; closedBy: string; closedAt: string }

/** The months whose exchange rates are frozen, newest first. */
export async function listClosedMonths(): Promise<ClosedMonth[]> {
  const rows = await db().closedMonth.findMany({ orderBy: { month: 'desc' } })
  return rows.map(({ month, closedBy, closedAt }) => ({
    month: month.toISOString().slice(0, 10),
    closedBy,
    closedAt: closedAt.toISOString(),
  }))
}

/** Freezes the exchange rates of a month that is over. Throws conflict when it is closed already, or not over. */
export async function closeMonth(scope: Scope, month: Day): Promise<void> {
  await audited(scope, 'month.close', `month:${month.slice(0, 7)}`, {}, async (tx) => {
    const { closed } = await lockStoredRates(prismaRunner(tx))
    if (closed.has(month)) throw new AppError('conflict', `${month.slice(0, 7)} is closed already.`)
    if (month.slice(0, 7) >= new Date().toISOString().slice(0, 7))
      throw new AppError('conflict', `${month.slice(0, 7)} is not over yet: its rates may still come in.`)
    await tx.closedMonth.create({ data: { month: new Date(month), closedBy: scope.actor } })
  })
}

/** Opens a closed month again, so that its exchange rates can change. Throws not_found when it is not closed. */
export async function reopenMonth(scope: Scope, month: Day): Promise<void> {
  await audited(scope, 'month.reopen', `month:${month.slice(0, 7)}`, {}, async (tx) => {
    await lockStoredRates(prismaRunner(tx))
    const { count } = await tx.closedMonth.deleteMany({ where: { month: new Date(month) } })
    if (count === 0) throw new AppError('not_found', `${month.slice(0, 7)} is not closed.`)
  })
}
