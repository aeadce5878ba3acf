import type { FileRow } from './focus-file.ts'
import { csvText, focusCsv } from './focus-file.ts'
import type { NamedFile } from './import-files.ts'

/** Where a refusal must say that the fault is; `says` must stand in its message. */
export type Place = {
  code?: string
  file?: string
  row?: number
  column?: string
  value?: string
  says?: string | RegExp
}

/** Files that cannot be imported as they are, and the place that the answer must name. */
export type MalformedCase = { name: string; files: NamedFile[]; place: Place; answers?: Record<string, string> }

/** One file called `bill.csv` unless told. */
export const file = (bytes: string | Uint8Array, name = 'bill.csv'): NamedFile[] => [{ name, bytes }]

/** A case of one file. */
export const one = (name: string, bytes: string | Uint8Array, place: Place): MalformedCase => ({
  name,
  files: file(bytes),
  place,
})

/** A file with two good rows around a bad one, which is row 3 as a spreadsheet counts. */
export const around = (row: FileRow, bad: FileRow) => csvText([row, bad, row], { names: Object.keys(row) })

/** The text of a FOCUS file of two rows that is right. */
export const good = focusCsv([{}, { ResourceId: 'i-2' }])
