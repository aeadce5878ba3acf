import type { ClientBase } from 'pg'
import type { Prisma } from '@/lib/db/generated/client.ts'

/** A row as the driver gives it; statements cast to text what must stay exact. */
export type SqlRow = Record<string, unknown>

/** Runs one statement that is written in the code, values bound: the same statements serve Prisma's transactions and bulk loading. */
export type SqlRunner = (statement: string, values?: readonly unknown[]) => Promise<SqlRow[]>

/** Statements on a `pg` connection, within whatever transaction it has open. */
export function pgRunner(client: ClientBase): SqlRunner {
  return async (statement, values = []) => (await client.query(statement, [...values])).rows as SqlRow[]
}

/** Statements within a Prisma transaction. */
export function prismaRunner(transaction: Prisma.TransactionClient): SqlRunner {
  return (statement, values = []) => transaction.$queryRawUnsafe<SqlRow[]>(statement, ...values)
}
