import { z } from 'zod'
import type { Scope } from '@/lib/auth/scope.ts'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import type {
  CostTotals,
  ImportError,
  ImportProgress,
  ImportQuestion,
  ImportReceipt,
  RowIssue,
} from '@/lib/core/receipt.ts'
import { db } from '@/lib/db/client.ts'
import type { ImportModel } from '@/lib/db/generated/models.ts'

/** One line of the history. Instants are ISO 8601 in UTC, totals decimal text per currency and cost. */
export type ImportSummary = {
  id: number
  state: ImportModel['state']
  label: string
  format: string | null
  isSample: boolean
  createdAt: string
  createdBy: string
  startedAt: string | null
  finishedAt: string | null
  cancelAsked: boolean
  sha256: string | null
  files: number
  bytes: number
  rowsRead: number
  rowsStored: number
  issueCount: number
  totals: Record<string, CostTotals>
  progress: ImportProgress | null
}

/** One page of the history. `samples` counts the imports of sample data that are published, on every page. */
export type ImportList = { imports: ImportSummary[]; total: number; samples: number; page: number; pageSize: number }

export type ListedIssue = RowIssue & { currency: string | null; amounts: Partial<CostTotals> }

/** One slice of a published import, and what undoing the import would bring back (null: nothing, the slice becomes empty). */
export type UndoSlice = {
  provider: string
  billingAccountId: string
  billingPeriod: Day
  version: number
  /** The import whose version is live now; null where the slice was undone to nothing. */
  liveImportId: number | null
  now: SliceState
  back: (SliceState & { version: number; importId: number }) | null
}

type SliceState = { rows: number; totals: Record<string, CostTotals> }

export type ImportDetail = ImportSummary & {
  question: ImportQuestion | null
  error: ImportError | null
  receipt: ImportReceipt | null
  /** The first 200 bad values. A row may have several; `issueCount` counts rows, `issuesListed` values. */
  issues: ListedIssue[]
  issuesListed: number
  /** What the rows with issues come to, per currency (`` where the row has none that can be read). Only amounts that can be read count. */
  issueTotals: Record<string, Partial<CostTotals>>
  parts: { ordinal: number; name: string; bytes: number; sha256: string; rows: number }[]
  /** For an unchanged import: the one that already holds the same bytes. */
  sameBytesAs: { id: number; label: string } | null
  /** What Undo would do; empty unless published. */
  undo: UndoSlice[]
}

/** The path parameter of every route of one import. */
export const importParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

const PAGE_SIZE = 50
const ISSUES_SHOWN = 200

/** Whether this person sees every team. An import holds all teams, so others see that it is there and none of its amounts. */
export function seesAmounts(scope: Scope): boolean {
  return scope.teams === null
}

/** Throws forbidden for a person who sees some teams only. */
export function assertSeesAmounts(scope: Scope): void {
  if (!seesAmounts(scope))
    throw new AppError('forbidden', 'An import holds the amounts of every team; you see some teams only.')
}

/** Imports, newest first, 50 a page; `page` counts from 1. */
export async function listImports(scope: Scope, page: number): Promise<ImportList> {
  const [rows, total, samples] = await Promise.all([
    db().import.findMany({
      omit: { question: true, receipt: true, error: true, answers: true },
      include: { _count: { select: { files: true } } },
      orderBy: { id: 'desc' },
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    db().import.count(),
    db().import.count({ where: { isSample: true, state: 'published' } }),
  ])
  return {
    imports: rows.map((row) => summary(scope, row, row._count.files)),
    total,
    samples,
    page,
    pageSize: PAGE_SIZE,
  }
}

/** One import with everything that its page shows. Throws not_found. */
export async function readImport(scope: Scope, id: number): Promise<ImportDetail> {
  const row = await db().import.findUnique({
    where: { id },
    include: { files: { orderBy: { ordinal: 'asc' } }, issues: { orderBy: { id: 'asc' }, take: ISSUES_SHOWN } },
  })
  if (!row) throw new AppError('not_found', `There is no import ${id}`)
  const open = seesAmounts(scope)
  return {
    ...summary(scope, row, row.files.length),
    question: open ? (row.question as ImportQuestion | null) : null,
    error: row.error as ImportError | null,
    receipt: open ? (row.receipt as ImportReceipt | null) : null,
    issues: open ? row.issues.map(listedIssue) : [],
    issuesListed: await db().importIssue.count({ where: { importId: id } }),
    issueTotals: open && row.issueCount > 0 ? await issueTotals(row.id) : {},
    parts: row.files.map(({ ordinal, name, bytes, sha256, rows }) => ({
      ordinal,
      name,
      bytes: Number(bytes),
      sha256,
      rows: Number(rows),
    })),
    sameBytesAs: row.state === 'unchanged' ? await holderOf(row.error) : null,
    undo: open && row.state === 'published' ? await undoSlices(row.id) : [],
  }
}

/** The receipt of an import as it is kept. Throws forbidden, or not_found where there is none yet. */
export async function readReceipt(scope: Scope, id: number): Promise<ImportReceipt> {
  assertSeesAmounts(scope)
  const row = await db().import.findUnique({ where: { id }, select: { receipt: true } })
  if (!row?.receipt) throw new AppError('not_found', row ? `Import ${id} has no receipt` : `There is no import ${id}`)
  return row.receipt as unknown as ImportReceipt
}

type StoredIssue = {
  file: string
  row: bigint
  column: string
  value: string
  reason: string
  currency: string | null
  amounts: unknown
}

/** An issue as it leaves the database. */
export function listedIssue({ file, row, column, value, reason, currency, amounts }: StoredIssue): ListedIssue {
  return { file, row: Number(row), column, value, reason, currency, amounts: amounts as Partial<CostTotals> }
}

type StoredImport = Omit<ImportModel, 'question' | 'receipt' | 'error' | 'answers'>

function summary(scope: Scope, row: StoredImport, files: number): ImportSummary {
  const progress = row.progress as Partial<ImportProgress> | null
  return {
    id: row.id,
    state: row.state,
    label: row.label,
    format: row.format,
    isSample: row.isSample,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    cancelAsked: row.cancelAsked,
    sha256: row.sha256,
    files,
    bytes: Number(row.bytes),
    rowsRead: Number(row.rowsRead),
    rowsStored: Number(row.rowsStored),
    issueCount: row.issueCount,
    totals: seesAmounts(scope) ? (row.totals as Record<string, CostTotals>) : {},
    progress: progress?.step === undefined ? null : (progress as ImportProgress),
  }
}

async function issueTotals(importId: number): Promise<Record<string, Partial<CostTotals>>> {
  const rows = await db().$queryRaw<{ currency: string; cost: CostBasis; amount: string }[]>`
    select coalesce(i.currency, '') as currency, a.key as cost, sum(a.value::numeric)::text as amount
    from import_issue i, jsonb_each_text(i.amounts) a
    where i.import_id = ${importId} and a.value is not null
    group by 1, 2 order by 1, 2`
  const totals: Record<string, Partial<CostTotals>> = {}
  for (const { currency, cost, amount } of rows) totals[currency] = { ...totals[currency], [cost]: amount }
  return totals
}

/** The importer leaves the id of the import that holds the same bytes beside its word on why nothing was done. */
async function holderOf(error: unknown): Promise<{ id: number; label: string } | null> {
  const id = (error as { importId?: number } | null)?.importId
  return id === undefined ? null : db().import.findUnique({ where: { id }, select: { id: true, label: true } })
}

async function undoSlices(importId: number): Promise<UndoSlice[]> {
  const versions = await db().sliceVersion.findMany({
    where: { importId },
    include: { slice: true },
    orderBy: [
      { slice: { provider: 'asc' } },
      { slice: { billingAccountId: 'asc' } },
      { slice: { billingPeriod: 'asc' } },
    ],
  })
  const others = versions.flatMap((v) => [v.replacedVersionId, v.slice.liveVersionId]).filter((id) => id !== null)
  const related = await db().sliceVersion.findMany({ where: { id: { in: others } } })
  const byId = new Map(related.map((v) => [v.id, v]))
  return versions.map(({ slice, replacedVersionId, version, rows, totals }) => {
    const back = replacedVersionId === null ? undefined : byId.get(replacedVersionId)
    const live = slice.liveVersionId === null ? undefined : byId.get(slice.liveVersionId)
    return {
      provider: slice.provider,
      billingAccountId: slice.billingAccountId,
      billingPeriod: slice.billingPeriod.toISOString().slice(0, 10),
      version,
      liveImportId: live?.importId ?? null,
      now: { rows: Number(rows), totals: totals as Record<string, CostTotals> },
      back: back
        ? {
            version: back.version,
            importId: back.importId,
            rows: Number(back.rows),
            totals: back.totals as Record<string, CostTotals>,
          }
        : null,
    }
  })
}
