import { expect, test } from 'vitest'
import { parseRules } from './rule.ts'

const good = { id: 'r1', name: 'One', set: { team: 'a' } }
const glob = (value: unknown) => ({ ...good, when: [{ field: 'sku', op: 'glob', values: [value] }] })
const split = (by: string, ...to: object[]) => ({ id: 'r1', name: 'One', split: { by, to } })
const regex = (value: string) => ({ ...good, when: [{ field: 'sku', op: 'regex', values: [value] }] })

test('what is left out is the default', () => {
  expect(parseRules([good])).toEqual({ rules: [{ ...good, enabled: true, when: [] }] })
})

test('percentages are exact', () => {
  const thirds = ['33.333333333333', '33.333333333333', '33.333333333334']
  expect(parseRules([split('percent', ...thirds.map((percent, n) => ({ team: `t${n}`, percent })))])).toHaveProperty(
    'rules',
  )
})

const bad: [rule: unknown, path: string, message: string][] = [
  ['x', '0', 'expected object'],
  [{ ...good, nmae: 'x' }, '0.nmae', '"nmae" is not known here'],
  [{ ...good, id: 'Ä b' }, '0.id', 'lower-case'],
  [{ ...good, name: ' ' }, '0.name', 'name is empty'],
  [{ ...good, name: 'a\u0000b' }, '0.name', 'control character'],
  [{ ...good, enabled: 'yes' }, '0.enabled', 'true or false'],
  [{ ...good, validFrom: '2026-13' }, '0.validFrom', 'not a month'],
  [{ ...good, validFrom: 202609 }, '0.validFrom', 'must be text'],
  [{ ...good, validFrom: '2026-09', validTo: '2026-08' }, '0.validTo', 'before the first'],
  [{ id: 'r1', name: 'One' }, '0', 'has no effect'],
  [{ ...good, ...split('even', { team: 'a' }) }, '0.split', 'not both'],
  [{ ...good, set: {} }, '0.set', 'sets nothing'],
  [{ ...good, set: { team: '~idle' } }, '0.set.team', 'cannot start with ~'],
  [{ ...good, set: { team: '{tga:x}' } }, '0.set.team', 'no label of a meter'],
  [{ ...good, set: { team: '$1' } }, '0.set.team', 'exactly one regular expression'],
  [{ ...regex('a(b)'), set: { team: '$2' } }, '0.set.team', 'no group 2'],
  [{ ...good, when: [{ field: 'colour', op: 'is', values: ['a'] }] }, '0.when.0.field', 'no label of a meter'],
  [{ ...good, when: [{ field: 'sku', op: 'like', values: ['a'] }] }, '0.when.0.op', 'expected one of is'],
  [{ ...good, when: [{ field: 'sku', op: 'is' }] }, '0.when.0.values', 'at least one value'],
  [{ ...good, when: [{ field: 'sku', op: 'exists', values: ['a'] }] }, '0.when.0.values', 'takes no values'],
  [glob(7), '0.when.0.values.0', 'must be text'],
  [glob('*'.repeat(501)), '0.when.0.values.0', 'the limit is 500'],
  [regex('a('), '0.when.0.values.0', 'missing closing )'],
  [regex('(?=a)'), '0.when.0.values.0', 'no lookaround'],
  [regex('(a)\\1'), '0.when.0.values.0', 'no backreferences'],
  [regex('((a{100}){100}){100}'), '0.when.0.values.0', 'invalid repeat count'],
  [regex('\\pL{900}\\pN{900}'), '0.when.0.values.0', 'too large'],
  [split('weight', { team: 'a' }), '0.split.by', 'expected one of percent'],
  [split('even'), '0.split.to', 'at least one receiver'],
  [split('even', {}), '0.split.to.0', 'names nobody'],
  [split('even', { team: 'a' }, { team: 'a' }), '0.split.to.1', 'named twice'],
  [split('even', { team: 'a', percent: '100' }), '0.split.to.0', 'takes no percent'],
  [split('percent', { team: 'a' }), '0.split.to.0', 'needs a percent'],
  [split('percent', { team: 'a', percent: 100 }), '0.split.to.0.percent', 'must be text'],
  [split('percent', { team: 'a', percent: '0.0' }), '0.split.to.0.percent', 'above 0'],
  [split('percent', { team: 'a', percent: '99.9999' }), '0.split.to', 'add up to 99.9999, not 100'],
]
test.each(bad)('%j is refused with its place', (rule, path, message) => {
  const parsed = parseRules([rule])
  const problems = 'problems' in parsed ? parsed.problems : []
  const found = problems.map((problem) => `${problem.path.join('.')}: ${problem.message}`)
  expect(
    found.some((text) => text.startsWith(`${path}: `) && text.includes(message)),
    found.join('\n'),
  ).toBe(true)
})

test('ids are unique, and a list has an end', () => {
  expect(parseRules([good, good])).toMatchObject({ problems: [{ path: [1, 'id'] }] })
  const many = Array.from({ length: 501 }, (_, n) => ({ ...good, id: `r${n}` }))
  expect(parseRules(many)).toMatchObject({ problems: [{ path: [], message: 'more than 500 rules' }] })
  const large = Array.from({ length: 30 }, (_, n) => ({ ...regex('[a-f]{900}'), id: `r${n}` }))
  expect(parseRules(large)).toMatchObject({
    problems: [{ message: expect.stringContaining('together are too large') }],
  })
})
