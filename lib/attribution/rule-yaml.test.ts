import fc from 'fast-check'
import { expect, test } from 'vitest'
import { malformedRules } from '@/tests/attribution/malformed-rules.ts'
import { parseRules } from './rule.ts'
import { readRuleFile, writeRuleFile } from './rule-yaml.ts'

test.each(malformedRules)('$what is refused with line, column and reason', ({ text, line, column, reason }) => {
  const read = readRuleFile(text)
  expect(read).toHaveProperty('problems')
  if (!('problems' in read)) return
  const found = read.problems.map((p) => `${p.line}:${p.column}: ${p.reason}`)
  const wanted = found.find((one) => one.startsWith(`${line}:${column}: `) && one.includes(reason))
  expect(wanted, `${found.join('\n')}\nwanted ${line}:${column}: ${reason}`).toBeDefined()
})

test('all that is wrong is said at once', () => {
  const read = readRuleFile('rules:\n  - {id: A, name: x, set: {team: a}}\n  - {id: b, name: x, set: {}}\n')
  expect(read).toMatchObject({ problems: [{ line: 2 }, { line: 3 }] })
})

test('scalars are text: nothing is rounded or taken for something else', () => {
  const read = readRuleFile(`rules:
  - id: r1
    name: no
    when:
      - {field: "tag:cost", op: is, values: [0012, 1e3, yes, 2026-01-01]}
    split: {by: percent, to: [{team: 1.50, percent: 12.50}, {team: null, percent: 87.5}]}
`)
  expect(read).toMatchObject({
    rules: [
      {
        name: 'no',
        enabled: true,
        when: [{ values: ['0012', '1e3', 'yes', '2026-01-01'] }],
        split: { to: [{ team: '1.50', percent: '12.50' }, { team: 'null' }] },
      },
    ],
  })
})

test('an empty list is a list', () => {
  expect(readRuleFile('rules: []\n')).toEqual({ rules: [] })
  expect(readRuleFile('rules:\n')).toEqual({ rules: [] })
})

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((s) => s.replace(/[~{}$\p{Cc}\p{Cs}]/gu, '').trim())
  .filter((s) => s !== '')
const month = fc.integer({ min: 1, max: 12 }).map((n) => `2026-${String(n).padStart(2, '0')}`)
const random = fc.record(
  {
    name: text,
    enabled: fc.boolean(),
    validFrom: month,
    when: fc.array(
      fc.oneof(
        fc.record({
          field: fc.constantFrom('sku', 'provider', 'tag:a b'),
          op: fc.constantFrom('is', 'is-not', 'glob'),
          values: fc.array(text, { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ field: fc.constant('region'), op: fc.constantFrom('exists', 'absent') }),
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['name'] },
)
const effect = fc.oneof(
  text.map((team) => ({ set: { team } })),
  fc.tuple(text, text).map(([a, b]) => ({ split: { by: 'even', to: [{ team: `a${a}` }, { project: b }] } })),
)

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(random, effect), { maxLength: 5 }), (given) => {
      const parsed = parseRules(given.map(([rule, what], n) => ({ id: `r${n}`, ...rule, ...what })))
      if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
      expect(readRuleFile(writeRuleFile(parsed.rules))).toEqual(parsed)
    }),
    { numRuns: 300 },
  )
})
