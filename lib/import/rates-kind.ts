import { refresh } from '@/lib/attribution/refresh.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { RatesReceipt } from '@/lib/core/receipt.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { endRates, insertRates, lockRates, reviveRates } from '@/lib/rates/live-rates.ts'
import { previewRates } from '@/lib/rates/preview-rates.ts'
import { twinsOf } from '@/lib/rates/rate.ts'
import { readRateFile } from '@/lib/rates/rate-file.ts'
import type { FileKind, RecognisedJob } from './file-kind.ts'
import type { FileFormat } from './format.ts'
import type { Outcome } from './outcome.ts'
import type { Progress } from './progress.ts'
import { listParts, receiptFiles, record } from './record.ts'
import { Refusal } from './refusal.ts'
import { readTextTables, refuseProblems } from './text-tables.ts'

/** Dated prices; docs/rate-cards.md describes the columns. */
const rateCard: FileFormat = {
  id: 'rate-card',
  label: 'Rate card',
  docs: 'docs/rate-cards.md',
  requires: [['provider'], ['price'], ['unit'], ['currency'], ['valid_from']],
  excludes: [],
}

/** Rates: they price charges that state no cost, at once, unless that changes the price of charges; then the difference is shown first. */
export const ratesKind: FileKind = {
  id: 'rates',
  formats: [rateCard],
  settle,
  async publish(run, importId, receipt) {
    if (receipt.kind !== 'rates') throw new Error(`import ${importId} has no receipt of rates`)
    const live = await lockRates(run)
    const staged = await stagedIds(run, importId)
    const gone = receipt.replaced.filter((id) => !live.some((rate) => rate.id === id))
    if (gone.length > 0) {
      throw new AppError(
        'conflict',
        `Rate ${gone.join(', ')} was changed since this difference was made. Cancel this import and upload the file again.`,
      )
    }
    await endRates(run, receipt.replaced)
    await reviveRates(run, staged)
    await refresh(run, { rates: true })
  },
  async takeBack(run, importId) {
    const live = await lockRates(run)
    const staged = await stagedIds(run, importId)
    const gone = staged.filter((id) => !live.some((rate) => rate.id === id))
    if (gone.length > 0) {
      throw new AppError(
        'conflict',
        `Rate ${gone.join(', ')} of this import was changed or ended later, under Rate cards. Undo would lose that change.`,
      )
    }
    const [row] = await run('SELECT receipt FROM import WHERE id = $1', [importId])
    await endRates(run, staged)
    await reviveRates(run, (row?.receipt as RatesReceipt | null)?.replaced ?? [])
    await refresh(run, { rates: true })
  },
  async remove(run, importIds) {
    await lockRates(run)
    const published = await run(
      `SELECT id, receipt FROM import WHERE id = ANY($1::int[]) AND state = 'published' ORDER BY id DESC`,
      [importIds],
    )
    for (const { receipt } of published) await reviveRates(run, (receipt as RatesReceipt | null)?.replaced ?? [])
    await run('UPDATE rate SET ended_at = now() WHERE import_id = ANY($1::int[]) AND ended_at IS NULL', [importIds])
    await refresh(run, { rates: true })
    await run('DELETE FROM rate WHERE import_id = ANY($1::int[])', [importIds])
  },
  async holds(run, importId) {
    const [row] = await run(
      'SELECT count(*)::int AS rates, count(ended_at)::int AS ended FROM rate WHERE import_id = $1',
      [importId],
    )
    return Number(row?.rates) > 0 && Number(row?.ended) === 0
  },
}

async function stagedIds(run: ReturnType<typeof pgRunner>, importId: number): Promise<number[]> {
  return (await run('SELECT id FROM rate WHERE import_id = $1 ORDER BY id', [importId])).map(({ id }) => Number(id))
}

async function settle(job: RecognisedJob, progress: Progress): Promise<Outcome> {
  const { client, importId, sources, permissions } = job
  progress.done(rateCard.label)
  progress.step('Read')
  const tables = await readTextTables(job.duck, sources)
  const reads = tables.map(readRateFile)
  refuseProblems(reads.flatMap(({ problems }) => problems))
  const terms = reads.flatMap(({ rows }) => rows.map(({ row: _, ...own }) => own))
  progress.done(`${terms.length} ${terms.length === 1 ? 'rate' : 'rates'}`)
  const run = pgRunner(client)
  await client.query('BEGIN')
  try {
    progress.step('Stored')
    const replaced = twinsOf(terms, await lockRates(run))
    const preview = await previewRates(run, { add: terms, end: replaced })
    const asks = preview.charges > 0 && !permissions.replace
    if (asks && !permissions.wait) throw new Refusal(unconfirmed(preview.charges))
    const [by] = await run('SELECT created_by FROM import WHERE id = $1', [importId])
    await insertRates(run, terms, { createdBy: String(by?.created_by), importId, isEnded: asks })
    progress.done(`${terms.length} rates`)
    if (!asks) {
      progress.step('Published')
      await endRates(run, replaced)
      await refresh(run, { rates: true })
      progress.done(`${preview.charges.toLocaleString('en-US')} charges priced anew`)
    }
    const rowsPerTable = tables.map(({ rows }) => rows.length)
    const receipt: RatesReceipt = {
      kind: 'rates',
      format: { id: rateCard.id, label: rateCard.label, variant: rateCard.label },
      files: await receiptFiles(run, importId, sources, rowsPerTable),
      rowsRead: terms.length,
      rowsStored: terms.length,
      rowsWithIssues: 0,
      replaced,
      preview,
      steps: progress.steps,
    }
    const question = asks ? ({ kind: 'confirm-rates', preview } as const) : null
    await listParts(client, importId, sources, rowsPerTable)
    await record(client, importId, receipt, question, {})
    progress.checkpoint()
    await client.query('COMMIT')
    return { state: asks ? 'awaiting' : 'published', receipt, question, issues: [] }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

function unconfirmed(charges: number) {
  return {
    code: 'confirmation',
    message: `This gives ${charges.toLocaleString('en-US')} ${charges === 1 ? 'charge' : 'charges'} another price.`,
    whatToDo: 'Look at the difference in the app, or say --yes.',
  }
}
