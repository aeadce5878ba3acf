import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { Refusal } from './refusal.ts'

/** One data file inside a zip. */
export type ZipEntry = { name: string; open(): Promise<Readable> }

/** More files than any export has parts; each costs a table. */
const MOST_ENTRIES = 2000

const IGNORED = /(^|\/)(__MACOSX\/|\.[^/]*$|[^/]*manifest[^/]*\.json$)/i
const DATA = /\.(csv|tsv|txt|psv|gz|parquet|json|jsonl|ndjson)$/i

/**
 * The data files of the zip at `path`, in name order. Folders, hidden files and manifests are passed over; anything else that is not a
 * table, an encrypted entry, or an entry that points outside the archive refuses the whole zip. `bytes` is the size of the zip; a stream
 * fails at its end when its checksum is wrong. Call `close` when done.
 */
export async function openZip(
  path: string,
  name: string,
): Promise<{ entries: ZipEntry[]; bytes: number; close(): void }> {
  let zip: yauzl.ZipFile
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
  } catch (error) {
    throw broken(name, error)
  }
  const entries: ZipEntry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || IGNORED.test(entry.fileName)) continue
      if (!DATA.test(entry.fileName)) {
        throw new Refusal({
          code: 'zip_entry',
          message: `${name} holds ${entry.fileName}, which is not a table.`,
          file: name,
          whatToDo: 'Keep only .csv, .csv.gz, .json or .parquet files in the zip.',
        })
      }
      if (entry.isEncrypted()) {
        throw new Refusal({
          code: 'zip_encrypted',
          message: `${entry.fileName} in ${name} is encrypted.`,
          file: name,
          whatToDo: 'Make the zip without a password.',
        })
      }
      entries.push({
        name: entry.fileName,
        open: () => openEntry(zip, entry, name),
      })
      if (entries.length > MOST_ENTRIES) throw tooMany(name)
    }
  } catch (error) {
    zip.close()
    throw error instanceof Refusal ? error : broken(name, error)
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { entries, bytes: (await stat(path)).size, close: () => zip.close() }
}

/** The bytes of an entry; yauzl checks their number, this their checksum. */
async function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<Readable> {
  try {
    const packed = await zip.openReadStreamPromise(entry)
    let sum = 0
    const check = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sum = crc32(chunk, sum)
        done(null, chunk)
      },
      flush: (done) => done(sum === entry.crc32 ? null : new Error(`crc of ${entry.fileName} does not match`)),
    })
    packed.once('error', (error) => check.destroy(error))
    return packed.pipe(check)
  } catch (error) {
    throw broken(name, error)
  }
}

function tooMany(name: string): Refusal {
  return new Refusal({
    code: 'zip_entry',
    message: `${name} holds more than ${MOST_ENTRIES.toLocaleString('en-US')} files.`,
    file: name,
    whatToDo: 'Upload the export in several imports, one for each billing period.',
  })
}

function broken(name: string, error: unknown): Refusal {
  return new Refusal({
    code: 'zip_broken',
    message: `${name} cannot be read as a zip: ${error instanceof Error ? error.message : String(error)}.`,
    file: name,
    whatToDo: 'Download or pack the file again.',
  })
}
