import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Receipt } from '@/lib/core/receipt.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { homePath } from '@/lib/db/home.ts'
import { Duck } from '@/lib/import/duck.ts'
import { FIRST_ROW } from '@/lib/import/find-issues.ts'
import { importLimits } from '@/lib/import/limits.ts'
import type { Part } from '@/lib/import/part.ts'
import { uploadPath } from '@/lib/import/receive.ts'
import { openSource } from '@/lib/import/source.ts'
import { unpack } from '@/lib/import/unpack.ts'
import { openZip } from '@/lib/import/zip-entries.ts'

/** One row of a file as the importer reads it; null where the file has no value. */
export type SourceRow = {
  importId: number
  file: number
  fileName: string
  row: number
  lastRow: number
  header: string[]
  values: (string | null)[]
}

/** A row by the numbers that a charge carries: `file` counts the tables of the import from 1, `row` as a spreadsheet does. */
export const rowParams = z.object({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
  file: z.coerce.number().int().min(1).max(32_767),
  row: z.coerce.number().int().min(FIRST_ROW).max(2_147_483_647),
})

type Where = z.infer<typeof rowParams>

// Reading a row may unpack a whole file, so the server does one at a time.
let queue: Promise<unknown> = Promise.resolve()

/** Reads one row of an uploaded file again. Throws not_found where there is no such row, or not for this person's teams. */
export function readSourceRow(scope: Scope, where: Where): Promise<SourceRow> {
  const answer = queue.then(() => read(scope, where))
  queue = answer.catch(() => {})
  return answer
}

async function read(scope: Scope, where: Where): Promise<SourceRow> {
  const found = await db().import.findUnique({
    where: { id: where.id },
    select: { receipt: true, files: { orderBy: { ordinal: 'asc' }, select: { name: true, path: true } } },
  })
  const table = (found?.receipt as Receipt | null)?.files[where.file - 1]
  if (!found || !table || where.row >= table.rows + FIRST_ROW) throw nothing(where)
  if (scope.teams !== null && !(await ownsCharge(scope.teams, where))) throw nothing(where)
  const workDir = homePath('work', `row-${randomUUID()}`)
  await mkdir(workDir, { recursive: true, mode: 0o700 })
  const duck = await Duck.open(workDir)
  try {
    const part = await partOf(found.files, where.file - 1, workDir)
    if (!part) throw nothing(where)
    const source = await openSource(duck, part, where.file, importLimits())
    const [row] = await duck.all(`SELECT * FROM ${source.rows} LIMIT 1 OFFSET ${where.row - FIRST_ROW}`)
    if (!row) throw nothing(where)
    const values = source.header.names.map((_, i) => (row[`c${i}`] ?? null) as string | null)
    return {
      importId: where.id,
      file: where.file,
      fileName: table.name,
      row: where.row,
      lastRow: table.rows + FIRST_ROW - 1,
      header: [...source.header.names],
      values,
    }
  } finally {
    duck.close()
    await rm(workDir, { recursive: true, force: true })
  }
}

/** The table at this place (from 0), unpacked; files before it are only counted. */
async function partOf(files: { name: string; path: string }[], table: number, workDir: string): Promise<Part | null> {
  let first = 0
  for (const { name, path } of files) {
    const file = { name, path: uploadPath(path) }
    const count = await tablesIn(file)
    if (table < first + count) return (await unpack(file, workDir, importLimits(), () => {}))[table - first] ?? null
    first += count
  }
  return null
}

async function tablesIn(file: { name: string; path: string }): Promise<number> {
  const handle = await open(file.path).catch((cause: unknown) => {
    throw new AppError('not_found', `${file.name} is not kept on this server any more`, undefined, { cause })
  })
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    if (buffer.toString('latin1') !== 'PK') return 1
  } finally {
    await handle.close()
  }
  const zip = await openZip(file.path, file.name)
  zip.close()
  return zip.entries.length
}

async function ownsCharge(teams: readonly string[], { id, file, row }: Where): Promise<boolean> {
  const owned = await db().$queryRaw<unknown[]>(Prisma.sql`
    select 1 from slice_version v
    join charge c on c.version_id = v.id and c.file = ${file} and c.row = ${row}
    join meter m on m.id = c.meter_id
    where v.import_id = ${id} and m.team = any(${[...teams]}::text[]) limit 1`)
  return owned.length > 0
}

function nothing({ id, file, row }: Where): AppError {
  return new AppError('not_found', `Import ${id} has no row ${row} in table ${file} that you can see`)
}
