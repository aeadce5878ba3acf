import { expect, test } from 'vitest'
import { mappedLayout, parseMapping } from '@/lib/import/column-mapping.ts'
import { suggestMapping } from '@/lib/import/formats/custom.ts'
import { makeHeader } from '@/lib/import/header.ts'

const header = makeHeader(['Date', 'Amount', 'Currency'])
const complete = { chargeStart: 'Date', cost: 'Amount', currency: 'Currency', provider: 'RunPod', dateLayout: 'us' }

test('a complete mapping is read', () => {
  const mapping = parseMapping(JSON.stringify(complete), header)
  expect(mapping).toEqual(complete)
  expect(mappedLayout(mapping)).toBe('month-first')
})

test.for([
  ['not JSON', 'cost=Amount', 'not JSON'],
  ['nothing', undefined, 'not JSON'],
  ['no cost', JSON.stringify({ ...complete, cost: undefined }), 'not complete at cost'],
  ['no provider', JSON.stringify({ ...complete, provider: ' ' }), 'not complete at provider'],
  ['no currency', JSON.stringify({ ...complete, currency: undefined }), 'a currency column or one currency'],
  [
    'a currency that is none',
    JSON.stringify({ ...complete, fixedCurrency: 'dollars' }),
    'not complete at fixedCurrency',
  ],
  ['an unknown date layout', JSON.stringify({ ...complete, dateLayout: 'auto' }), 'not complete at dateLayout'],
  ['a column that is not there', JSON.stringify({ ...complete, team: 'Squad' }), 'reads team from "Squad"'],
] as const)('%s is refused', ([, text, message]) => {
  expect(() => parseMapping(text, header)).toThrow(message)
})

test.for([
  [
    'RunPod',
    {
      Date: '2026-05-04',
      'Pod ID': 'pod-9a',
      'GPU Type': 'H100',
      'GPU Count': '8',
      Hours: '24',
      Amount: '$1',
      Team: 'ml',
    },
    {
      chargeStart: 'Date',
      cost: 'Amount',
      resource: 'Pod ID',
      instanceType: 'GPU Type',
      gpuCount: 'GPU Count',
      quantity: 'Hours',
      team: 'Team',
    },
  ],
  ['amounts have digits', { Day: '2026-05-04', Charge: 'refund', Total: '3' }, { chargeStart: 'Day', cost: 'Total' }],
  ['nothing usual', { foo: '1', bar: '2' }, {}],
] as const)('suggestions: %s', ([, row, suggestions]) => {
  expect(suggestMapping(makeHeader(Object.keys(row)), [Object.values(row)])).toEqual(suggestions)
})
