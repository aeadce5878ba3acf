import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { log } from '@/lib/http/log.ts'
import { isFresh, refreshFindings } from '@/lib/recommendations/refresh-findings.ts'

/** One refresh of this process at a time; on globalThis, because pages and routes are bundled apart. */
const holder = globalThis as typeof globalThis & { gpuLedgerRefresh?: Promise<unknown> | undefined }

/** Starts to work findings out anew where something changed since the last run; answers at once whether that is going on. */
export async function keepFresh(): Promise<boolean> {
  if (holder.gpuLedgerRefresh) return true
  if (await db().$transaction((transaction) => isFresh(prismaRunner(transaction)))) return false
  holder.gpuLedgerRefresh ??= refreshFindings()
    .catch((error: unknown) => log.error({ error }, 'recommendations could not be worked out'))
    .finally(() => {
      holder.gpuLedgerRefresh = undefined
    })
  return true
}
