import { gzipSync } from 'node:zlib'
import { focusRow } from './focus-file.ts'
import type { MalformedCase, Place } from './malformed-case.ts'
import { parquetFile, textRows } from './parquet-file.ts'
import { zipFile } from './zip-file.ts'

const one = (name: string, fileName: string, bytes: Uint8Array, place: Place): MalformedCase => ({
  name,
  files: [{ name: fileName, bytes }],
  place: { file: fileName, ...place },
})

/** A copy with the byte at `at` (from the end when negative) changed. */
function flipped(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes)
  const index = at < 0 ? copy.length + at : at
  copy[index] = (copy[index] as number) ^ 0xff
  return copy
}

function packed(good: string): MalformedCase[] {
  const gz = gzipSync(good)
  const bomb = gzipSync(Buffer.alloc(80 * 1024 ** 2))
  const cuts = [0.1, 0.5, 0.9].map((share) =>
    one(`gzip cut off at ${share}`, 'bill.csv.gz', gz.subarray(0, Math.ceil(gz.length * share)), {
      code: 'packed_broken',
    }),
  )
  return [
    ...cuts,
    one('gzip cut off in its end', 'bill.csv.gz', gz.subarray(0, -3), { code: 'packed_broken' }),
    one('gzip with a wrong checksum', 'bill.csv.gz', flipped(gz, -6), { code: 'packed_broken' }),
    one('gzip with a wrong length', 'bill.csv.gz', flipped(gz, -1), { code: 'packed_broken' }),
    one('gzip with a broken middle', 'bill.csv.gz', flipped(gz, gz.length >> 1), { code: 'packed_broken' }),
    one('gzip of an unknown method', 'bill.csv.gz', flipped(gz, 2), { code: 'packed_broken' }),
    one('the first bytes of a gzip', 'bill.csv.gz', gz.subarray(0, 2), { code: 'packed_broken' }),
    one('gzip of nothing', 'bill.csv.gz', gzipSync(''), { code: 'empty', file: 'bill.csv' }),
    one('gzip of a gzip', 'bill.csv.gz', gzipSync(gz), { says: /line \d/, file: 'bill.csv' }),
    one('a gzip bomb', 'bill.csv.gz', bomb, { code: 'unpacked_too_large', says: '250 times' }),
    one('gzip of a bad row', 'bill.csv.gz', gzipSync(good.replace('1.25', 'x')), {
      file: 'bill.csv',
      row: 2,
      column: 'BilledCost',
    }),
  ]
}

function zipped(good: string): MalformedCase[] {
  const name = 'bill.zip'
  const csv = { name: 'a.csv', data: good }
  const sound = zipFile([csv])
  const zip = (title: string, bytes: Uint8Array, place: Place) => one(title, name, bytes, place)
  const holding = (title: string, entry: string, place: Place) =>
    zip(title, zipFile([csv, { name: entry, data: good }]), place)
  const bomb = Array.from({ length: 5 }, (_, i) => ({ name: `${i}.csv`, data: 'a,b\n'.repeat(5 * 1024 ** 2) }))
  return [
    holding('a zip that points outside', '../a2.csv', { code: 'zip_broken', says: '../a2.csv' }),
    holding('a zip that points deep outside', 'x/../../a2.csv', { code: 'zip_broken', says: '..' }),
    holding('a zip with an absolute path', '/etc/a2.csv', { code: 'zip_broken', says: '/etc/a2.csv' }),
    holding('a zip with a drive', 'C:/a2.csv', { code: 'zip_broken', says: 'C:/a2.csv' }),
    holding('a zip with backslashes', '..\\a2.csv', { code: 'zip_broken', says: '..\\a2.csv' }),
    holding('a zip in a zip', 'inner.zip', { code: 'zip_entry', says: 'inner.zip' }),
    holding('a program in a zip', 'setup.exe', { code: 'zip_entry', says: 'setup.exe' }),
    holding('a spreadsheet', 'xl/worksheets/sheet1.xml', { code: 'zip_entry', says: 'sheet1.xml' }),
    zip('an encrypted zip', zipFile([{ ...csv, flags: 0x801 }]), { code: 'zip_encrypted', says: 'a.csv' }),
    zip('a zip of an unknown method', zipFile([{ ...csv, method: 14 }]), { code: 'zip_broken', says: /method/ }),
    zip('a zip with a wrong checksum', zipFile([{ ...csv, crc: 1 }]), {
      code: 'packed_broken',
      file: 'bill.zip/a.csv',
    }),
    zip('a zip with a wrong checksum of a stored file', zipFile([{ ...csv, method: 0, crc: 1 }]), {
      code: 'packed_broken',
      file: 'bill.zip/a.csv',
    }),
    zip('a zip that states too small a size', zipFile([{ ...csv, size: 10 }]), {
      code: 'packed_broken',
      file: 'bill.zip/a.csv',
    }),
    zip('a zip that states too large a size', zipFile([{ ...csv, size: 1_000_000 }]), {
      code: 'packed_broken',
      file: 'bill.zip/a.csv',
    }),
    zip('a zip with a broken middle', flipped(sound, 80), { code: 'packed_broken', file: 'bill.zip/a.csv' }),
    zip('a zip without its directory', sound.subarray(0, sound.length - 40), { code: 'zip_broken' }),
    zip('half a zip', sound.subarray(0, sound.length >> 1), { code: 'zip_broken' }),
    zip('an empty zip', zipFile([]), { code: 'empty' }),
    zip(
      'a zip of folders and notes',
      zipFile([
        { name: 'a/', data: '' },
        { name: '.DS_Store', data: 'x' },
      ]),
      { code: 'empty' },
    ),
    zip('an empty file in a zip', zipFile([csv, { name: 'b.csv', data: '' }]), {
      code: 'empty',
      file: 'bill.zip/b.csv',
    }),
    zip('a broken gzip in a zip', zipFile([{ name: 'a.csv.gz', data: gzipSync(good).subarray(0, 100) }]), {
      code: 'packed_broken',
      file: 'bill.zip/a.csv.gz',
    }),
    zip('text called gzip in a zip', zipFile([{ name: 'a.csv.gz', data: good }]), {
      code: 'packed_broken',
      file: 'bill.zip/a.csv.gz',
    }),
    zip('a bomb of many files', zipFile(bomb), {
      code: 'unpacked_too_large',
      file: 'bill.zip/3.csv',
      says: '250 times',
    }),
    zip('a bad row in a zip', zipFile([csv, { name: 'b.csv', data: good.replace('1.25', 'x') }]), {
      file: 'bill.zip/b.csv',
      row: 2,
      column: 'BilledCost',
    }),
    zip('a zip called CSV within', zipFile([{ name: 'a.csv', data: sound }]), {
      file: 'bill.zip/a.csv',
      says: /line \d/,
    }),
    zip(
      'more files than an export has',
      zipFile(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.csv`, data: '' }))),
      { code: 'zip_entry', says: '2,000' },
    ),
  ]
}

async function parquet(): Promise<MalformedCase[]> {
  const name = 'bill.parquet'
  const rows = [focusRow(), focusRow({ ResourceId: 'i-2' })]
  const sound = await parquetFile(textRows(rows))
  const { BilledCost: _billed, EffectiveCost: _effective, ...costless } = focusRow()
  const bad = await parquetFile(textRows([focusRow(), focusRow({ BilledCost: '1,5' })]))
  const nan = await parquetFile(
    `SELECT * REPLACE (CASE WHEN ResourceId = 'i-2' THEN 'NaN'::DOUBLE ELSE 1.5::DOUBLE END AS BilledCost) FROM (${textRows(rows)})`,
  )
  const nul = await parquetFile(
    `SELECT * REPLACE (ResourceId || chr(0) AS ResourceId) FROM (${textRows([focusRow({ ResourceId: 'x' })])}) UNION ALL ${textRows([focusRow()])}`,
  )
  const nulNumber = await parquetFile(
    `SELECT * REPLACE (BilledCost || chr(0) AS BilledCost) FROM (${textRows([focusRow()])}) UNION ALL ${textRows([focusRow()])}`,
  )
  const file = (title: string, bytes: Uint8Array, place: Place) => one(title, name, bytes, place)
  return [
    file('the first bytes of Parquet', Buffer.from('PAR1'), { code: 'parquet_broken' }),
    file('half a Parquet file', sound.subarray(0, sound.length >> 1), { code: 'parquet_broken' }),
    file('Parquet without its end', sound.subarray(0, sound.length - 4), { code: 'parquet_broken' }),
    file('Parquet with a wrong footer length', flipped(sound, -6), { code: 'parquet_broken' }),
    file('Parquet with a broken footer', flipped(sound, -40), { code: 'parquet_broken' }),
    file('Parquet of noise', Buffer.from(`PAR1${'noise '.repeat(100)}PAR1`), { code: 'parquet_broken' }),
    file('Parquet without rows', await parquetFile(`SELECT * FROM (${textRows(rows)}) WHERE false`), {
      code: 'no_rows',
    }),
    {
      name: 'Parquet without a cost',
      files: [{ name, bytes: await parquetFile(textRows([costless])) }],
      place: { code: 'no_format', row: 1, says: 'BilledCost or EffectiveCost' },
    },
    file('Parquet with a bad amount', bad, { row: 3, column: 'BilledCost', value: '1,5' }),
    file('Parquet with NaN', nan, { row: 3, column: 'BilledCost', value: 'nan' }),
    file('a NUL in a label in Parquet', nul, { row: 2, column: 'ResourceId' }),
    file('a NUL in an amount in Parquet', nulNumber, { row: 2, column: 'BilledCost' }),
  ]
}

/** Cases in packed files; `good` is the text of a FOCUS file of two rows that is right. */
export async function malformedContainers(good: string): Promise<MalformedCase[]> {
  return [...packed(good), ...zipped(good), ...(await parquet())]
}
