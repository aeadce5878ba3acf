import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Prisma } from '@/lib/db/generated/client.ts'
import type { ReceivedFile, Upload } from '@/lib/import/receive.ts'
import { moveIntoImport, receiveFile, uploadPath } from '@/lib/import/receive.ts'

/** What the sender of a file gets back. */
export type Uploaded = { id: number; bytes: number; sha256: string }

/** How an upload is addressed: `name` is the file's name for people, `more=1` says that further parts follow. */
export const uploadQuery = z.object({ name: z.string().min(1).max(1000), more: z.enum(['1']).optional() })

const LONGEST_NAME = 255

/** A file name fit to be shown: no folders, no control characters, at most 255 characters. It never becomes a path. */
export function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const printable = last.replace(/\p{C}/gu, '').trim()
  return printable.slice(0, LONGEST_NAME) || 'upload'
}

/** Receives the first file of a new import, which then waits in state `received`. Errors as receiveFile; nothing is left of a failure. */
export async function uploadNew(scope: Scope, name: string, upload: Upload): Promise<Uploaded> {
  const file = await receiveFile(upload)
  const label = displayName(name)
  let id = 0
  try {
    await audited(
      scope,
      'import.upload',
      label,
      () => ({ importId: id, ...facts(file) }),
      async (tx) => {
        const row = await tx.import.create({
          data: { state: 'received', label, createdBy: scope.actor },
          select: { id: true },
        })
        id = row.id
        await addFile(tx, id, 1, label, file)
      },
    )
  } catch (error) {
    if (id) await rm(uploadPath(String(id)), { recursive: true, force: true })
    throw error
  } finally {
    await file.discard()
  }
  return { id, ...facts(file) }
}

/** Receives a further part of an import that was not started yet. Throws not_found or conflict besides the errors of receiveFile. */
export async function uploadPart(scope: Scope, id: number, name: string, upload: Upload): Promise<Uploaded> {
  const file = await receiveFile(upload)
  const label = displayName(name)
  let moved: string | undefined
  try {
    await audited(scope, 'import.upload', label, { importId: id, ...facts(file) }, async (tx) => {
      const [row] = await tx.$queryRaw<{ open: boolean }[]>`
        select state = 'received' and started_at is null and not cancel_asked as open from import where id = ${id} for update`
      if (!row) throw new AppError('not_found', `There is no import ${id}`)
      if (!row.open) throw new AppError('conflict', `Import ${id} takes no more parts: it was started or cancelled`)
      const last = await tx.importFile.aggregate({ where: { importId: id }, _max: { ordinal: true } })
      moved = await addFile(tx, id, (last._max.ordinal ?? 0) + 1, label, file)
    })
  } catch (error) {
    if (moved) await rm(uploadPath(moved), { force: true })
    throw error
  } finally {
    await file.discard()
  }
  return { id, ...facts(file) }
}

async function addFile(
  tx: Prisma.TransactionClient,
  importId: number,
  ordinal: number,
  name: string,
  file: ReceivedFile,
) {
  const path = await moveIntoImport(file, importId, ordinal)
  await tx.importFile.create({ data: { importId, ordinal, name, path, ...facts(file) } })
  await tx.import.update({ where: { id: importId }, data: { bytes: { increment: file.bytes } } })
  return path
}

function facts({ bytes, sha256 }: ReceivedFile): { bytes: number; sha256: string } {
  return { bytes, sha256 }
}
