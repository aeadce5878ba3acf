import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costBases } from './cost-basis.ts'
import { ABSENT, dimensions } from './dimensions.ts'
import type { SpendFilter } from './filter.ts'
import { filterKey, parseFilter, toSearchParams } from './filter.ts'
import { idleModes } from './idle-mode.ts'
import { addDays, grains, periodPresets, presetPeriod } from './period.ts'

const asOf = '2026-11-23'
const parse = (query: string) => parseFilter(new URLSearchParams(query), { asOf })
const nothing: SpendFilter = {
  period: { from: '2026-11-01', to: '2026-11-23' },
  preset: 'month-to-date',
  grain: 'day',
  basis: 'effective',
  currency: null,
  reportingCurrency: null,
  idle: 'separate',
  group: 'team',
  clauses: [],
  compare: true,
}

test.each([
  ['nothing', '', {}],
  ['unknown keys', 'utm=1&is.planet=mars', {}],
  ['bad values', 'period=never&grain=hour&basis=net&currency=%00&group=planet&compare=yes', {}],
  ['a preset', 'period=last-7-days', { preset: 'last-7-days', period: { from: '2026-11-16', to: '2026-11-23' } }],
  ['days', 'from=2026-01-05&to=2026-02-01', { preset: null, period: { from: '2026-01-05', to: '2026-02-01' } }],
  [
    'days beat a preset',
    'period=last-7-days&from=2026-01-05&to=2026-01-06',
    { preset: null, period: { from: '2026-01-05', to: '2026-01-06' } },
  ],
  ['an empty period', 'from=2026-01-05&to=2026-01-05', {}],
  ['a reversed period', 'from=2026-02-05&to=2026-01-05', {}],
  ['no such day', 'from=2026-02-29&to=2026-03-05', {}],
  ['half a period', 'from=2026-02-01', {}],
  ['a year that no database takes', 'from=0000-01-01&to=2026-01-01', {}],
  [
    'the rest',
    'grain=month&basis=list&currency=EUR&group=gpu-class&compare=0',
    { grain: 'month', basis: 'list', currency: 'EUR', group: 'gpu-class', compare: false },
  ],
  [
    'a clause',
    'is.team=b&is.team=a&is.team=b',
    { clauses: [{ dimension: 'team', negated: false, values: ['a', 'b'] }] },
  ],
  ['absence', 'not.team=~', { clauses: [{ dimension: 'team', negated: true, values: [null] }] }],
  ['an empty value', 'is.region=', { clauses: [{ dimension: 'region', negated: false, values: [''] }] }],
  ['a NUL', 'is.region=%00&is.region=a', { clauses: [{ dimension: 'region', negated: false, values: ['a'] }] }],
  ['a NUL alone', 'is.region=%00', {}],
] as [string, string, Partial<SpendFilter>][])('parse: %s', (_name, query, expected) => {
  expect(parse(query)).toEqual({ ...nothing, ...expected })
})

test('clauses come in one order, whatever the order of the URL', () => {
  const clauses = parse('not.team=x&is.region=r&is.team=t').clauses
  expect(clauses.map((c) => `${c.negated ? 'not' : 'is'}.${c.dimension}`)).toEqual(['is.team', 'is.region', 'not.team'])
})

test('defaults apply where the URL says nothing', () => {
  const defaults = { asOf, preset: 'last-month', group: 'gpu-class', grain: 'week' } as const
  expect(parseFilter(new URLSearchParams(), defaults)).toMatchObject({
    preset: 'last-month',
    group: 'gpu-class',
    grain: 'week',
  })
  expect(parseFilter(new URLSearchParams('grain=day'), defaults).grain).toBe('day')
})

const text = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .filter((t) => t !== ABSENT && t === new URLSearchParams({ t }).get('t'))
const values = fc
  .uniqueArray(fc.oneof(text, fc.constant(ABSENT)), { minLength: 1, maxLength: 4 })
  .map((list) => list.filter((v) => !v.includes('\0')).sort())
  .filter((list) => list.length > 0)
  .map((list) => list.map((v) => (v === ABSENT ? null : v)))
const clauses = fc
  .uniqueArray(fc.tuple(fc.boolean(), fc.nat({ max: dimensions.length - 1 })), { selector: String, maxLength: 6 })
  .map((list) => list.sort((a, b) => Number(a[0]) - Number(b[0]) || a[1] - b[1]))
  .chain((list) =>
    fc.tuple(
      ...list.map(([negated, i]) =>
        values.map((v) => ({ dimension: (dimensions[i] ?? dimensions[0]).key, negated, values: v })),
      ),
    ),
  )
const when = fc.oneof(
  fc.constantFrom(...periodPresets).map(({ key }) => ({ preset: key, period: presetPeriod(key, asOf) })),
  fc.tuple(fc.nat({ max: 900 }), fc.integer({ min: 1, max: 900 })).map(([start, length]) => {
    const from = addDays('2024-01-01', start)
    return { preset: null, period: { from, to: addDays(from, length) } }
  }),
)
const filter: fc.Arbitrary<SpendFilter> = fc
  .record({
    when,
    grain: fc.constantFrom(...grains),
    basis: fc.constantFrom(...costBases),
    currency: fc.constantFrom(null, 'USD', 'Cloud credits'),
    reportingCurrency: fc.constantFrom(null, 'USD', 'EUR'),
    idle: fc.constantFrom(...idleModes),
    group: fc.constantFrom(...dimensions.map((d) => d.key)),
    clauses,
    compare: fc.boolean(),
  })
  .map(({ when: at, ...rest }) => ({ ...at, ...rest }))

test('any filter survives the URL, over the whole registry', () => {
  fc.assert(
    fc.property(filter, (f) => {
      expect(parse(toSearchParams(f).toString())).toEqual(f)
    }),
  )
})

test('equal filters have equal keys: the order of clauses and values, and where the period came from, do not count', () => {
  fc.assert(
    fc.property(filter, (f) => {
      const turned = [...f.clauses].reverse().map((c) => ({ ...c, values: [...c.values].reverse() }))
      expect(filterKey({ ...f, preset: null, clauses: turned })).toBe(filterKey(f))
    }),
  )
})

test('any URL gives a valid filter', () => {
  const names = ['from', 'to', 'period', 'grain', 'basis', 'currency', 'group', 'compare', 'is.team', 'not.region', 'x']
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('\0', '2026-01-01', '2026-02-31', '0001-01-01', '~', 'team', 'day'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value)), (pairs) => {
      const { period, clauses } = parseFilter(new URLSearchParams(pairs), { asOf })
      expect(period.from < period.to).toBe(true)
      expect(JSON.stringify(clauses)).not.toContain('\\u0000')
    }),
  )
})
