import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ImportLimits } from './limits.ts'
import type { OnBytes, Part } from './part.ts'
import { emptyRefusal, firstBytes, tablePart } from './part.ts'
import { Refusal } from './refusal.ts'
import { openZip } from './zip-entries.ts'

/** A file as uploaded. */
export type SourceFile = { name: string; path: string }

const RATIO_FROM = 64 * 1024 ** 2

/**
 * Turns an uploaded file into tables that can be read: unpacks gzip and zip within the limits, recognises Parquet, and rewrites text that
 * is not UTF-8. Temporary files go to `workDir`. Throws Refusal for anything damaged, too large or not a table.
 */
export async function unpack(
  file: SourceFile,
  workDir: string,
  limits: ImportLimits,
  onBytes: OnBytes,
): Promise<Part[]> {
  const magic = await firstBytes(file.path, 4)
  if (magic.length === 0) throw emptyRefusal(file.name)
  if (isZip(magic)) return unpackZip(file, workDir, limits, onBytes)
  if (magic[0] === 0x1f && magic[1] === 0x8b) {
    const { size } = await stat(file.path)
    const path = join(workDir, 'unpacked-0')
    const job = { name: file.name, packed: size, path, limits, onBytes, total: { out: 0 } }
    await inflate(createReadStream(file.path), true, job)
    return [await tablePart(file.name.replace(/\.gz$/i, ''), path, workDir, limits)]
  }
  return [await tablePart(file.name, file.path, workDir, limits, onBytes)]
}

async function unpackZip(file: SourceFile, workDir: string, limits: ImportLimits, onBytes: OnBytes): Promise<Part[]> {
  const zip = await openZip(file.path, file.name)
  try {
    if (zip.entries.length === 0) throw emptyRefusal(file.name)
    const parts: Part[] = []
    const total = { out: 0 }
    for (const [index, entry] of zip.entries.entries()) {
      const path = join(workDir, `${parts.length}-${index}-unpacked`)
      const name = `${file.name}/${entry.name}`
      const gz = /\.gz$/i.test(entry.name)
      await inflate(await entry.open(), gz, { name, packed: zip.bytes, path, limits, onBytes, total })
      parts.push({ ...(await tablePart(name, path, workDir, limits)), entry: entry.name })
    }
    return parts
  } finally {
    zip.close()
  }
}

/** `packed` is the size of the uploaded file; `total` counts what all of its entries unpack to. */
type Inflating = {
  name: string
  packed: number
  path: string
  limits: ImportLimits
  onBytes: OnBytes
  total: { out: number }
}

/** Writes the unpacked stream to a file, stopping at the limits before they are passed. */
async function inflate(input: Readable, gunzip: boolean, job: Inflating): Promise<void> {
  let out = 0
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      out += chunk.length
      job.total.out += chunk.length
      const all = job.total.out
      if (all > job.limits.unpackedBytes) return done(tooLarge(job, all))
      if (all > RATIO_FROM && all > job.packed * job.limits.ratio) return done(tooLarge(job, all))
      done(null, chunk)
    },
  })
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        job.onBytes(chunk.length)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    },
  })
  const sink = createWriteStream(job.path)
  try {
    if (gunzip) await pipeline(input, meter, createGunzip(), guard, sink)
    else await pipeline(input, meter, guard, sink)
  } catch (error) {
    if (!(error instanceof Error) || !isPackingError(error)) throw error
    throw new Refusal({
      code: 'packed_broken',
      message: `${job.name} is damaged after ${out.toLocaleString('en-US')} unpacked bytes: ${error.message}.`,
      file: job.name,
      whatToDo: 'The file was cut off or changed on its way. Download it again.',
    })
  }
}

function isPackingError(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return (
    code.startsWith('Z_') ||
    /zlib|inflate|unexpected end|crc|compressed|uncompressed|too many|not enough bytes/i.test(error.message)
  )
}

/** A local file header, the end of an empty archive, or the mark of a split one; "PK" alone may begin a column name. */
function isZip(magic: Buffer): boolean {
  return ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(magic.toString('latin1'))
}

function tooLarge(job: Inflating, out: number): Refusal {
  const { unpackedBytes, ratio } = job.limits
  const over = out > unpackedBytes ? `${unpackedBytes.toLocaleString('en-US')} bytes` : `${ratio} times its packed size`
  return new Refusal({
    code: 'unpacked_too_large',
    message: `${job.name} unpacks to more than ${over}.`,
    file: job.name,
    whatToDo:
      'Upload it unpacked, or raise GPU_LEDGER_MAX_UNPACKED_BYTES or GPU_LEDGER_MAX_RATIO if the file is what you expect.',
  })
}
