import { refresh } from '@/lib/attribution/refresh.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** Locks slices for this transaction, always in the same order, so that two publishers wait for each other instead of deadlocking. */
export async function lockSlices(run: SqlRunner, sliceIds: readonly number[]): Promise<void> {
  await run('SELECT id FROM slice WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [sliceIds])
}

/** Makes one version of each slice the one that everybody sees and remembers what it replaced. The slices must be locked. */
export async function goLive(run: SqlRunner, versionIds: readonly number[]): Promise<void> {
  const live = await run(
    `WITH chosen AS (SELECT id, slice_id FROM slice_version WHERE id = ANY($1::int[])),
     kept AS (
       UPDATE slice_version v SET replaced_version_id = s.live_version_id, published_at = now()
       FROM slice s, chosen c WHERE v.id = c.id AND s.id = c.slice_id
     )
     UPDATE slice s SET live_version_id = c.id FROM chosen c WHERE s.id = c.slice_id RETURNING s.id`,
    [versionIds],
  )
  await refresh(run, { slices: live.map((row) => Number(row.id)) })
}

/** Takes versions back: each slice shows again what they replaced, or nothing. The slices must be locked and show these versions. */
export async function takeBack(run: SqlRunner, versionIds: readonly number[]): Promise<void> {
  const slices = await run(
    `UPDATE slice s SET live_version_id = v.replaced_version_id
     FROM slice_version v WHERE v.id = ANY($1::int[]) AND s.id = v.slice_id AND s.live_version_id = v.id RETURNING s.id`,
    [versionIds],
  )
  await refresh(run, { slices: slices.map((row) => Number(row.id)) })
}

/** Removes everything that versions hold. They must not be live. */
export async function dropVersions(run: SqlRunner, versionIds: readonly number[]): Promise<void> {
  await run('DELETE FROM charge WHERE version_id = ANY($1::int[])', [versionIds])
  await run('DELETE FROM meter_day WHERE version_id = ANY($1::int[])', [versionIds])
  await run('DELETE FROM slice_version WHERE id = ANY($1::int[])', [versionIds])
}
