import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/lib/core/errors.ts'
import { homePath } from '@/lib/db/home.ts'

/** A file on its way in: the request's body as it arrives, and what the sender said about it. */
export type Upload = {
  body: ReadableStream<Uint8Array> | null
  /** Content-Length, or null when the sender did not say. */
  announcedBytes: number | null
  /** x-content-sha256 in lower-case hex, or null. */
  announcedSha256: string | null
}

/** A whole file on disk, outside every import so far. `discard` is safe to call after it was moved into one. */
export type ReceivedFile = { path: string; bytes: number; sha256: string; discard: () => Promise<void> }

const DEFAULT_LIMIT = 20 * 1024 ** 3
const STALLED_AFTER_MS = 120_000
const ABANDONED_AFTER_MS = 24 * 3_600_000
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The largest file that an upload may have, in bytes: GPU_LEDGER_MAX_UPLOAD_BYTES, or 20 GiB. */
export function maxUploadBytes(): number {
  const configured = Number(process.env.GPU_LEDGER_MAX_UPLOAD_BYTES)
  return Number.isSafeInteger(configured) && configured > 0 ? configured : DEFAULT_LIMIT
}

/** Where a file of an import lies on disk. `path` is ImportFile.path, relative to the folder of uploads. */
export function uploadPath(...path: string[]): string {
  return homePath('uploads', ...path)
}

/** What the request says about its file. Throws bad_request when a header cannot be read. */
export function uploadOf(request: Request): Upload {
  const length = request.headers.get('content-length')
  const sha256 = request.headers.get('x-content-sha256')?.toLowerCase() ?? null
  if (length !== null && !/^\d{1,15}$/.test(length)) throw new AppError('bad_request', 'Content-Length is not a number')
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new AppError('bad_request', 'x-content-sha256 is not a SHA-256 in hex: 64 digits 0-9 and a-f')
  }
  return { body: request.body, announcedBytes: length === null ? null : Number(length), announcedSha256: sha256 }
}

/**
 * Streams a body to disk and hashes it on the way, one chunk in memory at a time. Throws too_large, bad_request (empty, cut
 * short, stalled, not the announced bytes) or unavailable (disk full), and leaves nothing on disk when it does.
 */
export async function receiveFile(upload: Upload): Promise<ReceivedFile> {
  const limit = maxUploadBytes()
  if ((upload.announcedBytes ?? 0) > limit) throw tooLarge(limit)
  if (!upload.body || upload.announcedBytes === 0)
    throw new AppError('bad_request', 'The file is empty: 0 bytes arrived')
  const incoming = uploadPath('incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await sweep(incoming)
  const path = join(incoming, randomUUID())
  const discard = () => rm(path, { force: true })
  try {
    const received = await spool(upload.body, path, limit)
    check(upload, received)
    return { path, ...received, discard }
  } catch (error) {
    await discard()
    throw isDiskFull(error)
      ? new AppError('unavailable', 'The disk of this server is full: free some space, then upload the file again')
      : error
  }
}

/** Moves a received file to its place in an import and returns ImportFile.path for it. */
export async function moveIntoImport(file: ReceivedFile, importId: number, ordinal: number): Promise<string> {
  await mkdir(uploadPath(String(importId)), { recursive: true, mode: 0o700 })
  const path = join(String(importId), String(ordinal))
  await rename(file.path, uploadPath(path))
  return path
}

async function spool(body: ReadableStream<Uint8Array>, path: string, limit: number) {
  const hash = createHash('sha256')
  const reader = body.getReader()
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  let stalled = false
  // Cancelling ends a pending read as if the body were complete, hence the flag.
  const watchdog = setTimeout(() => {
    stalled = true
    void reader.cancel().catch(() => {})
  }, STALLED_AFTER_MS)
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new AppError(
          'bad_request',
          `The connection broke after ${bytes} bytes. Upload the file again`,
          undefined,
          { cause },
        )
      })
      if (stalled) {
        throw new AppError(
          'bad_request',
          `The upload stopped after ${bytes} bytes: nothing came for ${STALLED_AFTER_MS / 1000} s`,
        )
      }
      if (done) break
      watchdog.refresh()
      bytes += value.byteLength
      if (bytes > limit) throw tooLarge(limit)
      hash.update(value)
      await file.appendFile(value)
    }
    await file.sync()
  } finally {
    clearTimeout(watchdog)
    await file.close()
    void reader.cancel().catch(() => {})
  }
  return { bytes, sha256: hash.digest('hex') }
}

function check(
  { announcedBytes, announcedSha256 }: Upload,
  { bytes, sha256 }: { bytes: number; sha256: string },
): void {
  if (bytes === 0) throw new AppError('bad_request', 'The file is empty: 0 bytes arrived')
  if (announcedBytes !== null && announcedBytes !== bytes) {
    throw new AppError(
      'bad_request',
      `The upload was cut short: ${announcedBytes} bytes were announced, ${bytes} arrived`,
    )
  }
  if (announcedSha256 !== null && announcedSha256 !== sha256) {
    throw new AppError('bad_request', `The bytes that arrived are not those announced: their SHA-256 is ${sha256}`)
  }
}

/** Removes what a killed server left half received. Files in progress are written to all the time, so they are young. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const modified = await stat(path).then(
      (s) => s.mtimeMs,
      () => Date.now(),
    )
    if (Date.now() - modified > ABANDONED_AFTER_MS) await rm(path, { force: true })
  }
}

function tooLarge(limit: number): AppError {
  return new AppError(
    'too_large',
    `The file is larger than this server takes: ${limit} bytes (GPU_LEDGER_MAX_UPLOAD_BYTES). Compress it or split the export into parts`,
  )
}

function isDiskFull(error: unknown): boolean {
  return NO_SPACE.has((error as NodeJS.ErrnoException)?.code ?? '')
}
