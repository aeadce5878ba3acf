import { refresh } from '@/lib/attribution/refresh.ts'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { RateTerms } from '@/lib/core/rate-terms.ts'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'
import { db } from '@/lib/db/client.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { endRates, insertRates, liveRates, lockRates } from './live-rates.ts'
import { previewRates } from './preview-rates.ts'
import type { Rate, RateDraft } from './rate.ts'
import { readRate, sameConditions } from './rate.ts'
import { rateColumns } from './rate-file.ts'

/** One change by hand: a new rate (`draft` alone), other terms for a rate (both), or the end of one (`id` alone). */
export type RateEdit = { id: number | null; draft: RateDraft | null }

/** What an edit would do to the live bills; nothing is changed. Throws bad_request, conflict and not_found as the edit itself would. */
export async function previewEdit(edit: RateEdit): Promise<RatesPreview> {
  const terms = readDraft(edit)
  // In a transaction, so that rates and charges are those of one moment.
  return db().$transaction(
    async (tx) => {
      const run = prismaRunner(tx)
      checkEdit(edit, terms, await liveRates(run))
      return previewRates(run, { add: terms ? [terms] : [], end: edit.id === null ? [] : [edit.id] })
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
}

/**
 * Makes an edit: a changed rate ends and a new one takes its place, so that what a charge was priced by can always be told. Prices the
 * charges that it covers anew. Answers the id of the new rate and what changed.
 */
export async function editRate(scope: Scope, edit: RateEdit): Promise<{ id: number | null; preview: RatesPreview }> {
  const terms = readDraft(edit)
  const verb = terms === null ? 'end' : edit.id === null ? 'add' : 'change'
  const subject = (id: number | null) => `rate:${id ?? edit.id}`
  return audited(
    scope,
    `rate.${verb}`,
    edit.id === null ? 'rate' : subject(edit.id),
    ({ id, preview }) => ({ ...(terms ?? {}), ...(id !== null && { id }), charges: preview.charges }),
    async (tx) => {
      const run = prismaRunner(tx)
      checkEdit(edit, terms, await lockRates(run))
      const preview = await previewRates(run, { add: terms ? [terms] : [], end: edit.id === null ? [] : [edit.id] })
      const id = await store(run, edit, terms, scope.actor)
      await refresh(run, { rates: true })
      return { id, preview }
    },
  )
}

async function store(
  run: SqlRunner,
  edit: RateEdit,
  terms: RateTerms | null,
  createdBy: string,
): Promise<number | null> {
  if (edit.id !== null) await endRates(run, [edit.id])
  if (terms === null) return null
  const [id] = await insertRates(run, [terms], { createdBy, importId: null, isEnded: false })
  return id ?? null
}

function readDraft({ draft }: RateEdit): RateTerms | null {
  if (draft === null) return null
  const read = readRate(draft)
  if ('terms' in read) return read.terms
  const [first] = read.faults
  throw new AppError('bad_request', first ? `${rateColumns[first.field]} ${first.reason}. ${first.whatToDo}` : '', {
    fields: Object.fromEntries(read.faults.map(({ field, reason, whatToDo }) => [field, `${reason}. ${whatToDo}`])),
  })
}

function checkEdit({ id }: RateEdit, terms: RateTerms | null, live: readonly Rate[]): void {
  if (id !== null && !live.some((rate) => rate.id === id))
    throw new AppError(
      'not_found',
      `Rate ${id} does not count any more: somebody changed or ended it. Reload the page.`,
    )
  const twin =
    terms && live.find((rate) => rate.id !== id && sameConditions(rate, terms) && rate.validFrom === terms.validFrom)
  if (twin)
    throw new AppError(
      'conflict',
      `Rate ${twin.id} prices the same charges from the same day. Change that one instead.`,
    )
}
