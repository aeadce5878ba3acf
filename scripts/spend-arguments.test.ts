import { expect, test } from 'vitest'
import { spendArguments } from './spend-arguments.ts'

const least = ['--group', 'team', '--from', '2026-09-01', '--to', '2026-10-01']

test('the least there is to say', () => {
  expect(spendArguments(least)).toEqual({
    json: false,
    filter: {
      period: { from: '2026-09-01', to: '2026-10-01' },
      preset: null,
      grain: 'total',
      basis: 'effective',
      currency: null,
      reportingCurrency: null,
      idle: 'separate',
      group: 'team',
      clauses: [],
      compare: false,
    },
  })
})

test('filters: is, is not, absent, several', () => {
  const words = ['project=x', 'project=y=z', 'service!=S3', 'model=', 'region!=~'].flatMap((text) => ['--filter', text])
  expect(spendArguments([...least, '--json', '--grain', 'day', '--basis', 'list', ...words])).toMatchObject({
    json: true,
    filter: {
      grain: 'day',
      basis: 'list',
      clauses: [
        { dimension: 'project', negated: false, values: ['x', 'y=z'] },
        { dimension: 'model', negated: false, values: [null] },
        { dimension: 'service', negated: true, values: ['S3'] },
        { dimension: 'region', negated: true, values: [null] },
      ],
    },
  })
})

test('a reporting currency and an idle mode', () => {
  expect(spendArguments([...least, '--currency', 'usd', '--idle', 'shared']).filter).toMatchObject({
    currency: null,
    reportingCurrency: 'USD',
    idle: 'shared',
  })
})

test.each([
  ['no group', ['--from', '2026-09-01', '--to', '2026-10-01'], '--group'],
  ['another group', [...least, '--group', 'planet'], '--group planet'],
  ['no such day', [...least, '--from', '2026-02-30'], '--from 2026-02-30'],
  ['an empty period', [...least, '--to', '2026-09-01'], '--to 2026-09-01'],
  ['another grain', [...least, '--grain', 'hour'], '--grain hour'],
  ['another basis', [...least, '--basis', 'net'], '--basis net'],
  ['an empty currency', [...least, '--currency', ''], '--currency'],
  ['another idle mode', [...least, '--idle', 'nobody'], '--idle nobody'],
  ['another dimension', [...least, '--filter', 'planet=mars'], '--filter planet=mars'],
  ['no operator', [...least, '--filter', 'team'], '--filter team'],
  ['an unknown word', [...least, '--colour'], '--colour'],
])('%s is refused by name', (_name, words, place) => {
  expect(() => spendArguments(words)).toThrow(place)
})
