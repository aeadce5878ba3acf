import { expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { splitMonths } from '@/lib/spend/rows.ts'
import { costColumns, dimensionColumn, dimensionWhere, groupWhere } from '@/lib/spend/where.ts'

const filterOf = (query: string) => parseFilter(new URLSearchParams(query), { asOf: '2026-10-01' })
const scopeOf = (teams: Scope['teams']): Scope => ({ userId: null, actor: 'test', role: 'finance', teams })

test.each([
  ['nothing asked', null, '', 'true', []],
  ['no teams', [], 'is.team=a', 'false and g.team = any($1::text[])', [['a']]],
  ['some teams', ['a', 'b'], '', 'g.team = any($1::text[])', [['a', 'b']]],
  ['one value', null, 'is.project=x', 'true and g.project = any($1::text[])', [['x']]],
  ['two values', null, 'is.project=y&is.project=x', 'true and g.project = any($1::text[])', [['x', 'y']]],
  ['absence', null, 'is.gpu-class=~', 'true and (g.gpu_class = any($1::text[]) or g.gpu_class is null)', [[]]],
  [
    'not',
    null,
    'not.charge-category=Tax',
    'true and (g.charge_category <> all($1::text[]) or g.charge_category is null)',
    [['Tax']],
  ],
  ['not absent', null, 'not.team=~&not.team=a', 'true and (g.team <> all($1::text[]) and g.team is not null)', [['a']]],
  ['currency', null, 'currency=EUR', 'true and g.currency = $1', ['EUR']],
  [
    'all at once',
    ['a'],
    'is.region=eu&not.service=S3&currency=USD',
    'g.team = any($1::text[]) and g.region = any($2::text[]) and (g.service <> all($3::text[]) or g.service is null) and g.currency = $4',
    [['a'], ['eu'], ['S3'], 'USD'],
  ],
])('%s', (_name, teams, query, text, values) => {
  const where = groupWhere(scopeOf(teams), filterOf(query))
  expect(where.text).toBe(text)
  expect(where.values).toEqual(values)
})

test('every dimension has its column in both variants, and its value is bound', () => {
  const hostile = "x'; drop table charge; --"
  for (const { key, column } of dimensions) {
    const filter = filterOf(new URLSearchParams({ [`is.${key}`]: hostile }).toString())
    expect(groupWhere(scopeOf(null), filter)).toMatchObject({
      text: `true and g.${column} = any($1::text[])`,
      values: [[hostile]],
    })
    expect(dimensionWhere(scopeOf(null), filter)).toMatchObject({
      text: 'true and s.value = any($1::text[])',
      values: [[hostile]],
    })
  }
})

test('text that is not in a registry becomes no column', () => {
  expect(() => dimensionColumn('team; drop table charge' as 'team')).toThrow('no dimension')
  expect(() => dimensionColumn('toString' as 'team')).toThrow('no dimension')
  expect(() => costColumns('toString' as 'billed')).toThrow('no cost basis')
})

test.each([
  ['whole months', '2026-01-01', '2026-03-01', ['2026-01-01', '2026-03-01'], []],
  ['month to date', '2026-01-01', '2026-01-20', null, [['2026-01-01', '2026-01-20']]],
  ['within a month', '2026-01-05', '2026-01-20', null, [['2026-01-05', '2026-01-20']]],
  ['over a month end', '2026-01-05', '2026-02-20', null, [['2026-01-05', '2026-02-20']]],
  ['an edge after', '2026-01-01', '2026-03-02', ['2026-01-01', '2026-03-01'], [['2026-03-01', '2026-03-02']]],
  ['an edge before', '2025-12-31', '2026-02-01', ['2026-01-01', '2026-02-01'], [['2025-12-31', '2026-01-01']]],
  [
    'both edges',
    '2025-12-02',
    '2026-03-31',
    ['2026-01-01', '2026-03-01'],
    [
      ['2025-12-02', '2026-01-01'],
      ['2026-03-01', '2026-03-31'],
    ],
  ],
] as const)('months and edges: %s', (_name, from, to, months, edges) => {
  const period = ([start, end]: readonly [string, string]) => ({ from: start, to: end })
  expect(splitMonths({ from, to })).toEqual({ months: months && period(months), edges: edges.map(period) })
})
