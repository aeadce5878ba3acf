import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client.ts'

const holder = globalThis as typeof globalThis & { gpuLedgerPrisma?: PrismaClient }

/**
 * The one Prisma client of this process, made on first use from DATABASE_URL; importing this file connects to nothing.
 * It lives on globalThis so that a development reload does not open a second pool. Throws when DATABASE_URL is not set.
 */
export function db(): PrismaClient {
  holder.gpuLedgerPrisma ??= connect()
  return holder.gpuLedgerPrisma
}

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: call ensureDatabase() before the first query')
  return new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
}

/** Closes the client's connections, so that a script can end; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  await holder.gpuLedgerPrisma?.$disconnect()
  delete holder.gpuLedgerPrisma
}
