import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** Held shared while attributions are read and slices published, exclusively while every meter is attributed anew. */
const ATTRIBUTION_LOCK = 7_270_001

// Cast, because Prisma cannot read a column of type void.

/** Waits until no re-attribution runs and keeps one from starting before this transaction ends. */
export async function holdAttribution(run: SqlRunner): Promise<void> {
  await run(`SELECT pg_advisory_xact_lock_shared(${ATTRIBUTION_LOCK})::text`)
}

/** Waits until nobody publishes and keeps everybody from it until this transaction ends. */
export async function lockAttribution(run: SqlRunner): Promise<void> {
  await run(`SELECT pg_advisory_xact_lock(${ATTRIBUTION_LOCK})::text`)
}
