import { expect, test } from 'vitest'
import { initialMapping, mappingAnswer, mappingProblems } from './mapping-fields.ts'

const header = ['Date', 'Amount', 'Currency']
const file = (...rows: (string | null)[][]) => ({ header, preview: rows })
const suggestions = { chargeStart: 'Date', cost: 'Amount' }

test.each([
  ['iso', ['2026-11-01', '2026-11-02T10:00:00Z'], 'iso'],
  ['month first, because no month is 13 or more', ['11/13/2026', '11/14/26 10:00 PM'], 'us'],
  ['day first', ['13.11.2026', '1/12/2026'], 'eu'],
  ['seconds', ['1796040000'], 'unix'],
  ['either month or day first: nothing is chosen', ['01/02/2026', '03/04/2026'], undefined],
  ['no layout', ['Nov 1, 2026'], undefined],
  ['no dates', [], undefined],
])('date layout from the preview: %s', (_, dates, layout) => {
  const question = file(...dates.map((date) => [date, '1', null]))
  expect(initialMapping({ ...question, suggestions }).dateLayout).toBe(layout)
})

test.each([
  [['1,234.50', '7'], 'no'],
  [['1.234,50', '7'], 'yes'],
  [['0,5'], 'yes'],
  [['1,234'], 'no'],
])('decimal comma of %j starts as %s', (amounts, comma) => {
  const question = file(...amounts.map((amount) => ['2026-11-01', amount, null]))
  expect(initialMapping({ ...question, suggestions }).decimalComma).toBe(comma)
})

const complete = {
  chargeStart: 'Date',
  cost: 'Amount',
  dateLayout: 'iso',
  decimalComma: 'no',
  provider: 'Lambda',
  fixedCurrency: 'USD',
}

test('a complete mapping that the preview bears out has no problems', () => {
  const question = file(['2026-11-01', '-1,234.50', null], ['2026-11-02', '($5e-06)', null], ['2026-11-03', null, null])
  expect(mappingProblems(question, complete)).toEqual({})
})

test.each([
  ['nothing chosen', {}, ['chargeStart', 'cost', 'currency', 'dateLayout', 'provider']],
  ['no provider but blanks', { ...complete, provider: ' ' }, ['provider']],
  ['currency in small letters', { ...complete, fixedCurrency: 'usd' }, ['currency']],
  ['a currency column is enough', { ...complete, fixedCurrency: '', currency: 'Currency' }, []],
  ['dates contradict the layout', { ...complete, dateLayout: 'us' }, ['dateLayout']],
  ['amounts contradict the comma', { ...complete, decimalComma: 'yes' }, ['decimalComma']],
  ['a column of words is no cost', { ...complete, cost: 'Currency' }, ['decimalComma']],
])('problems: %s', (_, values, fields) => {
  const problems = mappingProblems(file(['2026-11-30', '1.2345', 'EUR']), values)
  expect(Object.keys(problems).sort()).toEqual(fields)
})

test('the answer holds what was chosen, and one text for the file only where no column was', () => {
  const values = { ...complete, currency: 'Currency', provider: ' Lambda ', team: '', fixedAccount: 'main' }
  expect(JSON.parse(mappingAnswer(values))).toEqual({
    chargeStart: 'Date',
    cost: 'Amount',
    dateLayout: 'iso',
    decimalComma: 'no',
    provider: 'Lambda',
    currency: 'Currency',
    fixedAccount: 'main',
  })
})
