import type { FileRow } from './focus-file.ts'
import { csvText, focusColumns, focusRow } from './focus-file.ts'
import type { MalformedCase } from './malformed-case.ts'
import { around, good, one } from './malformed-case.ts'
import { awsRow, azureRow, gcpRow } from './provider-files.ts'

const head = focusColumns.join(',')
const line = (row: FileRow = {}) =>
  csvText([focusRow(row)])
    .split('\n')
    .slice(1)
    .join('\n')
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

/** Files that are not sound as text, or whose columns are not those of a bill. */
export const malformedText: MalformedCase[] = [...structure, ...missingColumns, ...encodings]
