import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { canonical, exactSum } from '@/tests/conformance/exact-decimal.ts'
import { DECIMAL_PATTERN, exactFor, integerSql, listAmounts, scaleSql } from './decimal-sql.ts'

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

async function rows(sql: string): Promise<(string | number | null)[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJson() as (string | number | null)[][]
}

const table = (texts: readonly string[]) => `(VALUES ${texts.map((t) => `('${t}')`).join(', ')}) AS v (t)`

test.each([
  ['1', true],
  ['-1.50', true],
  ['+.5', true],
  ['5.', true],
  ['5e-06', true],
  ['1E+9', true],
  ['', false],
  ['.', false],
  ['1,5', false],
  ['1e100', false],
  ['NaN', false],
  ['0x1', false],
  [' 1', false],
])('%j is decimal text: %s', async (text, expected) => {
  expect(await rows(`SELECT regexp_full_match('${text}', '${DECIMAL_PATTERN}')::INTEGER`)).toEqual([[expected ? 1 : 0]])
})

test.each([
  ['1', 1, 0],
  ['-12.50', 2, 2],
  ['5e-06', 1, 6],
  ['1.25e3', 4, 0],
  ['1.25e1', 2, 1],
  ['.5', 1, 1],
  ['+120.', 3, 0],
])('%j has %i digits before the point and %i after it, or room for more', async (text, integer, scale) => {
  const [[before, after]] = (await rows(`SELECT ${integerSql('t')}, ${scaleSql('t')} FROM ${table([text])}`)) as [
    [string, string],
  ]
  expect(Number(before)).toBeGreaterThanOrEqual(text === '.5' ? 0 : integer)
  expect(Number(after)).toBe(scale)
})

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: min, maxLength: max }).map((d) => d.join(''))
const decimal = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    digits(1, 14),
    fc.constantFrom('', '.'),
    digits(0, 25),
    fc.constantFrom('', 'e-9', 'E3', 'e+02', 'e0', 'E-15'),
  )
  .map(
    ([sign, whole, point, fraction, exponent]) =>
      `${sign}${whole}${point || fraction ? '.' : ''}${fraction}${exponent}`,
  )
const small = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 4), digits(0, 6))
  .map(([sign, whole, fraction]) => `${sign}${whole}.${fraction}`)

test('sums and differences are exact for any sizes: 400 random columns', async () => {
  const property = fc.asyncProperty(
    fc.oneof(fc.array(small, { minLength: 1, maxLength: 20 }), fc.array(decimal, { minLength: 1, maxLength: 20 })),
    async (texts) => {
      const [[integer, scale]] = (await rows(
        `SELECT max(${integerSql('t')}), max(${scaleSql('t')}) FROM ${table(texts)}`,
      )) as [[string, string]]
      const exact = exactFor({ integer: Number(integer), scale: Number(scale) })
      const pairs = `(VALUES ${texts.map((t, i) => `('${t}', '${texts.at(-1 - i)}')`).join(', ')}) AS v (t, u)`
      const list = `[${texts.map((t) => `'${t}'`).join(', ')}]`
      const [[sum, twice, none, listed]] = (await rows(
        `SELECT ${exact.text(`sum(${exact.number('t')})`)}, ${exact.text(`sum(${exact.number('t')} + ${exact.number('t')})`)},
         ${exact.text(`sum(${exact.number('t')} - ${exact.number('u')})`)}, ${exact.text(exact.listSum(list))} FROM ${pairs}`,
      )) as [[string, string, string, string]]
      expect(canonical(sum)).toBe(exactSum(texts))
      expect(canonical(twice)).toBe(exactSum([...texts, ...texts]))
      expect(canonical(none)).toBe('0')
      expect(canonical(listed)).toBe(exactSum(texts))
    },
  )
  await fc.assert(property, { numRuns: 400 })
}, 120_000)

test('amounts in lists, as JSON, as Python and as text', async () => {
  const lists = [
    `[{"name": "a", "amount": -0.5}, {"amount":"1e-7"}]`,
    `[{''name'': ''a'', ''amount'': Decimal(''2.25'')}]`,
    '[]',
    `[{"name": "amount of 5", "amount": +3}]`,
  ]
  const found = await rows(`SELECT ${listAmounts('t')}::VARCHAR FROM ${table(lists)}`)
  expect(found.flat()).toEqual(['[-0.5, 1e-7]', '[2.25]', '[]', '[+3]'])
})
