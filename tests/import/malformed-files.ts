import { gzipSync } from 'node:zlib'
import type { FileRow } from './focus-file.ts'
import { csvText, focusColumns, focusCsv, focusRow } from './focus-file.ts'
import type { NamedFile } from './import-files.ts'
import { malformedContainers } from './malformed-containers.ts'
import { awsRow, azureRow, gcpRow } from './provider-files.ts'

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

const file = (bytes: string | Uint8Array, name = 'bill.csv'): NamedFile[] => [{ name, bytes }]
const one = (name: string, bytes: string | Uint8Array, place: Place): MalformedCase => ({
  name,
  files: file(bytes),
  place,
})

/** A file with two good rows around a bad one, which is row 3 as a spreadsheet counts. */
const around = (row: FileRow, bad: FileRow) => csvText([row, bad, row], { names: Object.keys(row) })

function badValue(column: string, value: string, row = focusRow()): MalformedCase {
  const place = { file: 'bill.csv', row: 3, column, value }
  return one(`${column} is ${JSON.stringify(value.slice(0, 30))}`, around(row, { ...row, [column]: value }), place)
}

const badNumbers = [
  'NaN',
  'nan',
  'Infinity',
  '-Infinity',
  'inf',
  '1,000.00',
  '1.000,00',
  '1,5',
  '1.2.3',
  '$12',
  '12€',
  '12 USD',
  '(1.00)',
  '--1',
  '+-1',
  '1e',
  'e5',
  '1e+',
  '1e100',
  '1E-400',
  '0x1F',
  '１２',
  '٣',
  '1_000',
  '1 000',
  ' 1',
  '1 ',
  '1%',
  'abc',
  'TRUE',
  '-',
  '.',
  '#REF!',
  '=1+1',
  "1'000",
  '1\u00a0000',
  '9'.repeat(61),
  '1\n2',
]

const badDates = [
  '2026-13-01',
  '2026-02-30T00:00:00Z',
  '2026-09-31',
  '31.12.2026',
  '13/25/2026',
  'yesterday',
  'now',
  'infinity',
  'epoch',
  '1788220800',
  '20260901',
  '2026-09',
  '2026-9-1',
  '2026-09-01T25:00:00Z',
  '2026-09-01T00:60:00Z',
  '2026-09-01T00:00:00+99:00',
  '0000-01-01T00:00:00Z',
  '0001-01-01',
  '1969-12-31T23:59:59Z',
  '9999-12-31T00:00:00Z',
  '-2026-09-01',
  '',
]

const otherValues: MalformedCase[] = [
  ...['EffectiveCost', 'ListCost', 'ContractedCost', 'ConsumedQuantity'].map((column) => badValue(column, '12,50')),
  ...['2026-02-30', 'soon', '0000-00-00'].map((value) => badValue('ChargePeriodEnd', value)),
  ...['2026-02-30', 'September', '0000-01-01'].map((value) => badValue('BillingPeriodStart', value)),
  one('end before start', around(focusRow(), focusRow({ ChargePeriodEnd: '2026-09-01T00:00:00Z' })), {
    row: 3,
    column: 'ChargePeriodEnd',
    says: 'ends before it starts',
  }),
  badValue('ChargeCategory', 'Unusual'),
  badValue('BillingCurrency', ''),
  badValue('lineItem/UnblendedCost', '1,006.00', awsRow()),
  badValue('lineItem/UsageStartDate', '09/02/2026', awsRow()),
  badValue('CostInBillingCurrency', '167,52', azureRow()),
  badValue('Date', '2026-02-31', azureRow()),
  badValue('Quantity', 'many', azureRow()),
  badValue('cost', '12,5', gcpRow()),
  badValue('credits', '12', gcpRow()),
  badValue('credits', '[{"name":"x","amount":"ten"}]', gcpRow()),
  badValue('credits', '[{"name":"x","amount":1},{"name":"y","amount":null}]', gcpRow()),
  badValue('invoice.month', '202613', gcpRow()),
  one('every row is bad', focusCsv([{ BilledCost: 'a' }, { BilledCost: 'b' }]), {
    code: 'no_good_rows',
    row: 2,
    column: 'BilledCost',
  }),
  one('two files pasted together', focusCsv([{}]) + focusCsv([{}]), {
    row: 3,
    column: 'ChargePeriodStart',
    value: 'ChargePeriodStart',
  }),
]

const head = focusColumns.join(',')
const line = (row: FileRow = {}) =>
  csvText([focusRow(row)])
    .split('\n')
    .slice(1)
    .join('\n')
const good = focusCsv([{}, { ResourceId: 'i-2' }])

const structure: MalformedCase[] = [
  one('nothing at all', '', { code: 'empty', file: 'bill.csv' }),
  one('a BOM and nothing else', '\uFEFF', { code: 'no_format', row: 1 }),
  one('line breaks only', '\n\n\n', { code: 'no_format', row: 1 }),
  one('blanks only', '   \n   ', { code: 'no_format', row: 1 }),
  one('delimiters only', ',,,,\n,,,,\n', { code: 'no_format', row: 1 }),
  one('a header only', `${head}\n`, { code: 'no_rows', file: 'bill.csv' }),
  one('a header without a line break', head, { code: 'no_rows', file: 'bill.csv' }),
  one('rows without a header', line() + line({ ResourceId: 'i-2' }), { code: 'no_format', row: 1 }),
  one('a title above the header', `Report for September\n${good}`, { code: 'csv', row: 2, says: 'more fields' }),
  one('carets between fields', csvText([focusRow({ Tags: '' })], { delimiter: '^' }), { code: 'no_format', row: 1 }),
  one('blanks between fields', good.replaceAll(',', ' '), { row: 1 }),
  one('a header with commas, rows with semicolons', `${head}\n${line().replaceAll(',', ';')}`, { code: 'csv', row: 2 }),
  one('a quote in the header that is never closed', good.replace('BilledCost', '"BilledCost'), {
    code: 'header',
    row: 1,
    file: 'bill.csv',
  }),
  one('text after a closing quote in the header', good.replace('BilledCost', '"Billed"Cost'), {
    row: 1,
    file: 'bill.csv',
  }),
  one('a quote in a row that is never closed', good.replace('i-2', '"i-2'), { code: 'csv', row: 3, file: 'bill.csv' }),
  one('text after a closing quote in a row', good.replace('i-2', '"i"-2'), { code: 'csv', row: 3, file: 'bill.csv' }),
  one('a quote that is not doubled', good.replace('""team""', '"team"'), { code: 'csv', row: 2, file: 'bill.csv' }),
  one('a field too few', good.replace(',i-2,', ','), { code: 'csv', row: 3, file: 'bill.csv' }),
  one('a field too many', good.replace(',i-2,', ',i-2,x,'), { code: 'csv', row: 3, file: 'bill.csv' }),
  one('a comma in an amount that is not quoted', good.replace(/^1\.25/m, '1,250.00'), {
    code: 'csv',
    row: 2,
    file: 'bill.csv',
  }),
  one('a total under the rows', `${good}Total,2.50\n`, { code: 'csv', row: 4, file: 'bill.csv' }),
  one('the last row cut off', good.slice(0, -60), { code: 'csv', row: 3, file: 'bill.csv' }),
  one('cut off within quotes', good.slice(0, -14), { code: 'csv', row: 3, file: 'bill.csv' }),
  one('two columns of one name', good.replace('ListCost', 'BilledCost'), {
    code: 'header',
    row: 1,
    column: 'BilledCost',
  }),
  one('two columns that mean the same', good.replace('Tags', 'billed_cost').replace('BilledCost', 'Billed Cost'), {
    code: 'header',
    row: 1,
    says: 'billed_cost',
  }),
  one('a page instead of a file', '<!DOCTYPE html>\n<html><body>Please sign in, then continue</body></html>\n', {
    code: 'csv',
    row: 2,
    says: 'more fields',
  }),
  one('JSON instead of a table', '{"rows": [{"BilledCost": 1}]}\n', { code: 'no_format', row: 1 }),
  one('more columns than are read', `${Array.from({ length: 2001 }, (_, i) => `c${i}`).join(',')}\n`, {
    code: 'columns',
    row: 1,
    says: '2,001',
  }),
  one('a field of 10 MB', around(focusRow(), focusRow({ Tags: 'x'.repeat(10_000_000) })), {
    code: 'row_too_long',
    row: 3,
    file: 'bill.csv',
  }),
  one('a quoted field of 10 MB', around(focusRow(), focusRow({ Tags: 'x,'.repeat(5_000_000) })), {
    code: 'row_too_long',
    row: 3,
    file: 'bill.csv',
  }),
  one('a field of 3 MB over many lines', around(focusRow(), focusRow({ Tags: 'x\n'.repeat(1_500_000) })), {
    code: 'csv',
    file: 'bill.csv',
    says: /line \d/i,
  }),
  one(
    'a field of 10 MB in UTF-16',
    Buffer.from(`\uFEFF${around(focusRow(), focusRow({ Tags: 'x'.repeat(10_000_000) }))}`, 'utf16le'),
    { code: 'row_too_long', row: 3 },
  ),
  one('a field too many before quotes within quotes', good.replace(/,SKU1,(?=.*i-2|.*\n$)/, ',SKU1,x,'), {
    code: 'csv',
    says: 'more fields',
  }),
  one('lines that end in CRLF, then in LF', good.replaceAll('\n', '\r\n') + line(), {
    code: 'csv',
    row: 4,
    says: 'CRLF',
  }),
  one('lines that end in LF, then in CRLF', good + line().replaceAll('\n', '\r\n'), {
    code: 'csv',
    row: 4,
    says: 'CRLF',
  }),
  one('a header of 3 MB', `${'x'.repeat(3_000_000)},${good}`, { code: 'row_too_long', row: 1, file: 'bill.csv' }),
  one('a line of 3 MB without an end', 'x,'.repeat(1_500_000), { code: 'header', row: 1, file: 'bill.csv' }),
  one('a NUL in the header', good.replace('BilledCost', 'Billed\0Cost'), { code: 'nul', row: 1, file: 'bill.csv' }),
  one('a NUL in a row', good.replace('i-2', 'i\0-2'), { code: 'nul', row: 3, file: 'bill.csv' }),
]

/** A header without these columns, and what the answer must say is missing. */
const without = (row: FileRow, columns: string[], says: string): MalformedCase => {
  const names = Object.keys(row).filter((name) => !columns.includes(name))
  return one(`no ${columns.join(', ')}`, csvText([row], { names }), { code: 'no_format', row: 1, says })
}

const missingColumns: MalformedCase[] = [
  without(focusRow(), ['BilledCost', 'EffectiveCost'], 'BilledCost or EffectiveCost'),
  without(focusRow(), ['ChargePeriodStart'], 'ChargePeriodStart'),
  without(focusRow(), ['BillingCurrency'], 'BillingCurrency'),
  without(focusRow(), ['ServiceName', 'SkuId', 'ResourceId'], 'ServiceName or SkuId or ResourceId'),
  without(awsRow(), ['lineItem/LineItemType'], 'lineItem/LineItemType'),
  without(awsRow(), ['lineItem/UsageStartDate'], 'lineItem/UsageStartDate'),
  without(awsRow(), ['lineItem/UnblendedCost'], 'lineItem/UnblendedCost'),
  without(awsRow(), ['lineItem/ProductCode'], 'lineItem/ProductCode'),
  without(azureRow(), ['Date'], 'Date'),
  without(azureRow(), ['CostInBillingCurrency'], 'CostInBillingCurrency'),
  without(azureRow(), ['MeterCategory'], 'MeterCategory'),
  without(gcpRow(), ['credits'], 'credits'),
  without(gcpRow(), ['cost'], 'cost'),
  without(gcpRow(), ['usage_start_time'], 'usage_start_time'),
]

const text = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const [before, after] = good.split('i-2') as [string, string]
const encodings: MalformedCase[] = [
  one('a broken byte beside UTF-8', text(before, 'é', [0xff], after), { code: 'encoding', row: 3, file: 'bill.csv' }),
  one('a broken byte after a BOM', text('\uFEFF', before, [0xe9], after), { code: 'encoding', row: 3 }),
  one('a byte that cp1252 does not have', text(before, [0x81, 0xe9], after), { code: 'encoding', row: 3 }),
  one('an overlong NUL', text(before, 'ü', [0xc0, 0x80], after), { code: 'encoding', row: 3 }),
  one('half of a character in UTF-8', text(before, 'ü', [0xed, 0xa0, 0x80], after), { code: 'encoding', row: 3 }),
  one('UTF-8 cut within a character', text(before, 'é', after, [0xc3]), { row: 4, file: 'bill.csv' }),
  one('UTF-16 cut within a character', Buffer.concat([Buffer.from(`\uFEFF${good}`, 'utf16le'), Buffer.from([0x41])]), {
    code: 'encoding',
    row: 4,
  }),
  one('half of a character in UTF-16', Buffer.from(`\uFEFF${before}\uD83D${after}`, 'utf16le'), {
    code: 'encoding',
    says: /line \d/,
  }),
  one('a NUL in UTF-16', Buffer.from(`\uFEFF${before}\0${after}`, 'utf16le'), { code: 'nul', file: 'bill.csv' }),
  one('UTF-32', Buffer.from([...`\uFEFF${good}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0])), {
    code: 'nul',
    row: 1,
  }),
  one('EBCDIC', Buffer.from(Array.from({ length: 300 }, (_, i) => 0x81 + (i % 9))), { code: 'encoding', row: 1 }),
  one('a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000003e8', 'hex'), { code: 'nul', says: /line \d/ }),
  one('random bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + (i >> 3) * 17) % 256)), {
    says: /line \d/,
  }),
]

const refusedKinds: MalformedCase[] = [
  {
    name: 'a comma in an amount that is not quoted, in a row that ends empty',
    files: file('Day,Cost,Note\n2026-09-01,1,\n2026-09-02,1,250.00,\n'),
    answers: {
      mapping: JSON.stringify({
        chargeStart: 'Day',
        cost: 'Cost',
        provider: 'X',
        fixedCurrency: 'USD',
        dateLayout: 'iso',
      }),
    },
    place: { code: 'csv', row: 3, file: 'bill.csv', says: 'more fields' },
  },
  one('commitments without charges', 'ContractCommitmentId,ContractId,ContractCommitmentCost\nc1,k1,12\n', {
    code: 'not_a_bill',
    file: 'bill.csv',
    says: 'Contract Commitment',
  }),
  one(
    'unnested labels',
    csvText([gcpRow({ 'labels.key': 'team', 'labels.value': 'ml' })], {
      names: [...Object.keys(gcpRow()), 'labels.key', 'labels.value'],
    }),
    { code: 'not_a_bill', file: 'bill.csv', says: 'unnested' },
  ),
  {
    name: 'a mapping of a column that is not there',
    files: file('Day,Sum\n2026-09-01,1\n'),
    answers: {
      mapping: JSON.stringify({
        chargeStart: 'Day',
        cost: 'Amount',
        provider: 'X',
        fixedCurrency: 'USD',
        dateLayout: 'iso',
      }),
    },
    place: { code: 'header', file: 'bill.csv', row: 1, says: '"Amount"' },
  },
  {
    name: 'a mapping that is no JSON',
    files: file('Day,Sum\n2026-09-01,1\n'),
    answers: { mapping: '{' },
    place: { code: 'header', row: 1, says: 'mapping is not JSON' },
  },
  {
    name: 'a mapped column that holds no amounts',
    files: file('Day,Sum\n2026-09-01,many\n2026-09-02,1\n'),
    answers: {
      mapping: JSON.stringify({
        chargeStart: 'Day',
        cost: 'Sum',
        provider: 'X',
        fixedCurrency: 'USD',
        dateLayout: 'iso',
      }),
    },
    place: { row: 2, column: 'Sum', value: 'many' },
  },
  {
    name: 'parts of two exports',
    files: [...file(good, 'a.csv'), ...file(csvText([awsRow()], { names: Object.keys(awsRow()) }), 'b.csv')],
    place: { code: 'mixed_parts', file: 'b.csv', says: 'a.csv' },
  },
  {
    name: 'one part twice',
    files: [...file(good, 'a.csv'), ...file(good, 'b.csv')],
    place: { code: 'repeated_part', file: 'b.csv', says: 'a.csv' },
  },
  {
    name: 'a good part and a bad one',
    files: [...file(good, 'a.csv'), ...file(focusCsv([{}, { ListCost: 'x' }]), 'b.csv')],
    place: { file: 'b.csv', row: 3, column: 'ListCost' },
  },
  {
    name: 'a good part and a broken one',
    files: [...file(good, 'a.csv'), ...file(gzipSync(good).subarray(0, 90), 'b.csv.gz')],
    place: { code: 'packed_broken', file: 'b.csv.gz' },
  },
]

/** Every case of the corpus; Parquet files are made by DuckDB, so it takes a moment. */
export async function malformedFiles(): Promise<MalformedCase[]> {
  return [
    ...badNumbers.map((value) => badValue('BilledCost', value)),
    ...badDates.map((value) => badValue('ChargePeriodStart', value)),
    ...otherValues,
    ...structure,
    ...missingColumns,
    ...encodings,
    ...refusedKinds,
    ...(await malformedContainers(good)),
  ]
}
