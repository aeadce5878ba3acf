import { refresh } from '@/lib/attribution/refresh.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { FileKind } from '../file-kind.ts'
import { usageFormats } from './index.ts'
import { publishUsage, settleUsage } from './settle-usage.ts'

/** Usage telemetry: records that say who held which GPUs, how busy they were, or which tokens were used. */
export const usageKind: FileKind = {
  id: 'usage',
  formats: usageFormats,
  settle: settleUsage,
  async publish(run, importId, receipt) {
    if (receipt.kind !== 'usage') throw new AppError('conflict', `Import ${importId} has no receipt of usage.`)
    await publishUsage(run, importId, receipt)
  },
  async takeBack(run, importId) {
    await refresh(run, { usageImports: [importId] })
  },
  async remove(run, importIds) {
    const published = await run(
      `UPDATE import SET state = 'reverted' WHERE id = ANY($1::int[]) AND state = 'published' RETURNING id`,
      [importIds],
    )
    if (published.length > 0) await refresh(run, { usageImports: published.map((row) => Number(row.id)) })
    await run('DELETE FROM usage_record WHERE import_id = ANY($1::int[])', [importIds])
    await run('DELETE FROM usage_cover WHERE import_id = ANY($1::int[])', [importIds])
  },
  async holds(run, importId) {
    const [row] = await run(
      `SELECT NOT EXISTS (SELECT 1 FROM usage_record r JOIN usage_record o ON o.key = r.key AND o.import_id > r.import_id
         JOIN import i ON i.id = o.import_id AND i.state = 'published' WHERE r.import_id = $1) AS holds`,
      [importId],
    )
    return row?.holds === true
  },
}
