import { expect, test } from 'vitest'
import { ruleMeter } from '@/tests/attribution/rule-meter.ts'
import { applyRules, compileRules } from './match-rule.ts'
import { parseRules } from './rule.ts'

function compiled(rules: readonly object[]) {
  const parsed = parseRules(rules.map((rule, n) => ({ id: `r${n}`, name: `${n}`, set: { team: `t${n}` }, ...rule })))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return compileRules(parsed.rules)
}

/** The fastest of some runs, so that another program on the machine does not count. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

test('10,000 meters meet 100 rules in half a second', () => {
  const meters = Array.from({ length: 10_000 }, (_, n) =>
    ruleMeter({
      resourceName: `prod-llm-train-${n % 97}-node-${n}`,
      resourceId: `projects/p/zones/z/instances/${n}`,
      tags: { app: `app${n % 50}`, owner: `o${n % 30}` },
    }),
  )
  const kinds = [
    (n: number) => ({ field: 'resource-name', op: 'glob', values: [`team${n}-*`, `*-x${n}`] }),
    (n: number) => ({ field: 'resource-id', op: 'regex', values: [`instances/${n}[0-9]{3}$`] }),
    (n: number) => ({ field: 'tag:app', op: 'is', values: [`app${n}`] }),
    (n: number) => ({ field: 'resource-name', op: 'regex', values: [`(?i)^dev-(a|b)${n}-`] }),
    (n: number) => ({ field: 'region', op: 'is', values: [`eu-west-${n}`] }),
  ]
  const rules = Array.from({ length: 100 }, (_, n) => ({ when: [kinds[n % kinds.length]?.(n)] }))
  let teams = new Set<string | undefined>()
  const time = fastest(() => {
    const set = compiled(rules)
    teams = new Set(meters.map((meter) => applyRules(meter, set, '2026-09').team))
  })
  expect(teams.size).toBe(13)
  // Measured 0.2 s, most of it the automata; the limit leaves room for a busy machine.
  expect(time).toBeLessThan(1000)
})

test.each(['(a+)+$', '(a|aa)+$', '(a*)*b', '(.*)*x$', '(x+x+)+y', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a|a|a|a)*?z'])(
  'time grows in step with the text for %s',
  (pattern) => {
    const time = (length: number) =>
      fastest(() => {
        const set = compiled([{ when: [{ field: 'resource-name', op: 'regex', values: [pattern] }] }])
        applyRules(ruleMeter({ resourceName: `${'a'.repeat(length)}!` }), set, null)
      })
    time(1000)
    expect(time(100_000) / Math.max(time(10_000), 0.5)).toBeLessThan(30)
  },
)

test.each(['a*'.repeat(200), '*a?'.repeat(150), `${'*a'.repeat(100)}b`])('globs neither: %.20s', (pattern) => {
  const time = (length: number) =>
    fastest(() => {
      const set = compiled([{ when: [{ field: 'resource-name', op: 'glob', values: [pattern] }] }])
      applyRules(ruleMeter({ resourceName: 'a'.repeat(length) }), set, null)
    })
  time(200)
  expect(time(20_000) / Math.max(time(2000), 0.5)).toBeLessThan(30)
})
