import { expect, test } from 'vitest'
import { parseFilter } from '@/lib/core/filter.ts'
import { entityFilter, entityHref, entityOf } from './entity.ts'

const filterOf = (query: string) => parseFilter(new URLSearchParams(query), { asOf: '2026-10-01' })

test.each([
  ['llm', 'llm'],
  ['a%2Fb%20c', 'a/b c'],
  ['~', null],
])('the name in the address %s is %s', (segment, name) => {
  expect(entityOf('project', segment)).toEqual({ kind: 'project', name })
})

test.each(['%E0%A4%A', '', '~idle', 'a%00b'])('%s is no name', (segment) => {
  expect(entityOf('team', segment)).toBeNull()
})

test('a page asks for its value alone, beside the other clauses', () => {
  const filter = filterOf('is.project=other&not.project=x&is.provider=AWS')
  expect(entityFilter(filter, { kind: 'project', name: 'llm' }).clauses).toEqual([
    { dimension: 'provider', negated: false, values: ['AWS'] },
    { dimension: 'project', negated: false, values: ['llm'] },
  ])
})

test('a link keeps period, basis and clauses, leaves out its own dimension, and charges idle time to its owner', () => {
  const filter = filterOf('from=2026-09-01&to=2026-10-01&is.project=x&is.provider=AWS&group=team')
  expect(entityHref({ kind: 'project', name: 'a/b' }, filter)).toBe(
    '/projects/a%2Fb?basis=effective&from=2026-09-01&grain=day&is.provider=AWS&to=2026-10-01',
  )
  const shared = filterOf('idle=shared')
  expect(entityHref({ kind: 'team', name: null }, shared)).toContain('/teams/~?')
  expect(entityHref({ kind: 'team', name: null }, shared)).toContain('idle=shared')
})
