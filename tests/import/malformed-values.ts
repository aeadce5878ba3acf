import { focusCsv, focusRow } from './focus-file.ts'
import type { MalformedCase } from './malformed-case.ts'
import { around, one } from './malformed-case.ts'
import { awsRow, azureRow, gcpRow } from './provider-files.ts'

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

/** Files whose rows can be told apart but hold a value that cannot be read. */
export const malformedValues: MalformedCase[] = [
  ...badNumbers.map((value) => badValue('BilledCost', value)),
  ...badDates.map((value) => badValue('ChargePeriodStart', value)),
  ...otherValues,
]
