/** A file of rates or exchange rates with one thing wrong, and what the answer must name. `row` counts as a spreadsheet does. */
export type MalformedRates = {
  name: string
  file: string
  bytes: string | Uint8Array
  place: { row?: number; column?: string; value?: string; message: RegExp }
}

const rateHeader = 'provider,sku,gpu_class,region,pricing_category,unit,price,currency,valid_from,valid_to,source'
const goodRate = 'CoreWeave,gd-8xh100ib-i128,,us-east-04,Standard,gpu-hour,4.25,USD,2026-09-01,2026-09-16,contract 7'
const fxHeader = 'month,from,to,rate,source,date'
const goodFx = '2026-09,EUR,GBP,0.86,ECB,2026-09-30'
const ecbHeader = 'Date,USD,JPY,GBP,'
const goodEcb = '2026-09-30,1.0834,161.2,0.86,'

const file = (header: string, ...rows: string[]) => `${[header, ...rows].join('\n')}\n`

/** A row like the good one, with other cells by place. */
function changed(row: string, cells: Record<number, string>): string {
  return row
    .split(',')
    .map((cell, at) => cells[at] ?? cell)
    .join(',')
}

const badRates: [name: string, cells: Record<number, string>, column: string, message: RegExp][] = [
  ['no provider', { 0: '' }, 'provider', /is missing/],
  ['a class that is not in the catalogue', { 2: 'H100' }, 'gpu_class', /not a GPU class/],
  ['a pricing category of nobody', { 4: 'Spot' }, 'pricing_category', /not a FOCUS pricing category/],
  ['no unit', { 5: '' }, 'unit', /is missing/],
  ['no price', { 6: '' }, 'price', /is missing/],
  ['a price in words', { 6: 'four' }, 'price', /not a decimal number/],
  ['a price that is NaN', { 6: 'NaN' }, 'price', /not a number/],
  ['an infinite price', { 6: 'Infinity' }, 'price', /not a number/],
  ['a negative price', { 6: '-4.25' }, 'price', /negative/],
  ['two decimal points', { 6: '4.2.5' }, 'price', /not a decimal number/],
  ['an exponent', { 6: '4e2' }, 'price', /exponent/],
  ['a currency sign', { 6: '$4' }, 'price', /not a decimal number/],
  ['too many digits', { 6: '0.1234567890123456789' }, 'price', /more than 18 digits/],
  ['a currency that is none', { 7: 'ZZZ' }, 'currency', /not an ISO 4217/],
  ['the code for no currency', { 7: 'XXX' }, 'currency', /not an ISO 4217/],
  ['no currency', { 7: '' }, 'currency', /is missing/],
  ['a day that is not in the calendar', { 8: '2026-02-29', 9: '' }, 'valid_from', /not a day/],
  ['a day with slashes', { 8: '09/01/2026', 9: '' }, 'valid_from', /not a day/],
  ['no first day', { 8: '' }, 'valid_from', /is missing/],
  ['an end that is no day', { 9: 'never' }, 'valid_to', /not a day/],
  ['an end before the start', { 9: '2026-08-01' }, 'valid_to', /not after/],
]

const badFx: [name: string, cells: Record<number, string>, column: string, message: RegExp][] = [
  ['no month', { 0: '' }, 'month', /is missing/],
  ['month 13', { 0: '2026-13' }, 'month', /not a month/],
  ['a day as month', { 0: '2026-09-30' }, 'month', /not a month/],
  ['a currency that is none', { 1: 'EUX' }, 'from', /not an ISO 4217/],
  ['a currency into itself', { 2: 'EUR' }, 'to', /same currency/],
  ['a rate of zero', { 3: '0.0' }, 'rate', /is zero/],
  ['a negative rate', { 3: '-1.08' }, 'rate', /negative/],
  ['a rate that is NaN', { 3: 'nan' }, 'rate', /not a number/],
  ['a rate with a comma', { 3: '"1,08"' }, 'rate', /comma/],
  ['no rate', { 3: '' }, 'rate', /is missing/],
  ['no source', { 4: '' }, 'source', /is missing/],
  ['no date', { 5: '' }, 'date', /is missing/],
  ['a date that is none', { 5: '2026-09-31' }, 'date', /not a day/],
]

/** Every case; `closed` is a closed month that has EUR to GBP at 0.86 of 2026-08-31 and nothing else. */
export const malformedRates: readonly MalformedRates[] = [
  ...badRates.map(([name, cells, column, message]) => ({
    name: `rates: ${name}`,
    file: 'rates.csv',
    bytes: file(rateHeader, goodRate, changed(goodRate, { 1: 'other', ...cells })),
    place: { row: 3, column, message },
  })),
  ...badFx.map(([name, cells, column, message]) => ({
    name: `exchange rates: ${name}`,
    file: 'fx.csv',
    bytes: file(fxHeader, goodFx, changed(goodFx, { 2: 'USD', ...cells })),
    place: { row: 3, column, message },
  })),
  {
    name: 'rates: two rows for the same charges on one day',
    file: 'rates.csv',
    bytes: file(rateHeader, goodRate, changed(goodRate, { 8: '2026-09-15', 9: '' })),
    place: { row: 3, column: 'valid_from', message: /row 2/ },
  },
  {
    name: 'rates: a column missing',
    file: 'rates.csv',
    bytes: file('provider,unit,price,currency', 'CoreWeave,gpu-hour,4,USD'),
    place: { row: 1, message: /Rate card lacks valid_from/ },
  },
  {
    name: 'rates: a field too many',
    file: 'rates.csv',
    bytes: file(rateHeader, goodRate, `${goodRate},more`),
    place: { row: 3, message: /more fields than the header/ },
  },
  {
    name: 'rates: a field too few',
    file: 'rates.csv',
    bytes: file(rateHeader, goodRate, 'CoreWeave,gd,,'),
    place: { row: 3, message: /fewer fields than the header/ },
  },
  { name: 'rates: no rows', file: 'rates.csv', bytes: `${rateHeader}\n`, place: { message: /no rows/ } },
  {
    name: 'rates: a column twice',
    file: 'rates.csv',
    bytes: file(`${rateHeader},price`, `${goodRate},5`),
    place: { row: 1, column: 'price', message: /more than once/ },
  },
  {
    name: 'rates: bytes that are no text',
    file: 'rates.csv',
    bytes: new Uint8Array([...new TextEncoder().encode(file(rateHeader, goodRate)), 0x00, 0x01, 0xff, 0xfe, 0x00]),
    place: { message: /./ },
  },
  {
    name: 'exchange rates: one pair twice',
    file: 'fx.csv',
    bytes: file(fxHeader, goodFx, changed(goodFx, { 3: '0.87' })),
    place: { row: 3, column: 'month', message: /as row 2 does/ },
  },
  {
    name: 'exchange rates: a column missing',
    file: 'fx.csv',
    bytes: file('month,from,to,rate,source', '2026-09,EUR,GBP,0.86,ECB'),
    place: { row: 1, column: 'date', message: /the column date is missing/ },
  },
  {
    name: 'exchange rates: a closed month',
    file: 'fx.csv',
    bytes: file(fxHeader, goodFx, '2026-08,EUR,GBP,0.87,ECB,2026-08-31'),
    place: { row: 3, column: 'rate', value: '0.87', message: /2026-08, which is closed and has 0.86/ },
  },
  {
    name: 'exchange rates: another pair in a closed month',
    file: 'fx.csv',
    bytes: file(fxHeader, '2026-08,EUR,USD,1.08,ECB,2026-08-31'),
    place: { row: 2, column: 'rate', message: /closed and has no such rate/ },
  },
  {
    name: 'ECB: a closed month',
    file: 'eurofxref-hist.csv',
    bytes: file(ecbHeader, goodEcb, '2026-08-31,1.08,160,0.86,'),
    place: { row: 3, message: /2026-08, which is closed/ },
  },
  ...(
    [
      ['a day that is none', '2026-09-31,1.08,160,0.86,', 'Date', /not a day/],
      ['a day twice', '2026-09-30,1.08,160,0.86,', 'Date', /row 2/],
      ['a rate in words', '2026-09-29,one,160,0.86,', 'USD', /not a decimal number/],
      ['a rate of zero', '2026-09-29,1.08,0,0.86,', 'JPY', /is zero/],
      ['a negative rate', '2026-09-29,1.08,160,-0.86,', 'GBP', /negative/],
    ] as const
  ).map(([name, row, column, message]) => ({
    name: `ECB: ${name}`,
    file: 'eurofxref-hist.csv',
    bytes: file(ecbHeader, goodEcb, row),
    place: { row: 3, column, message },
  })),
]
