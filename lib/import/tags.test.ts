import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonField, parseTags, withColumns } from '@/lib/import/tags.ts'

test.for([
  ['nothing', null, {}],
  ['empty object', '{}', {}],
  ['empty list', '[]', {}],
  [
    'JSON object',
    '{"team":"ml","n":2,"on":true,"off":false,"none":null}',
    { team: 'ml', n: '2', on: 'true', off: 'false', none: '' },
  ],
  ['Azure without braces', '"env": "prod","org": "trey"', { env: 'prod', org: 'trey' }],
  ['quotes and colons in values', '"url": "http://x:1/\\"a\\""', { url: 'http://x:1/"a"' }],
  ['BigQuery list', '[{"key":"team","value":"ml"},{"key":"env","value":"dev"}]', { team: 'ml', env: 'dev' }],
  ['Python list', "[{'key': 'team', 'value': 'ml'}, {'key': 'x', 'value': None}]", { team: 'ml', x: '' }],
  ['capital Key and Value', '[{"Key":"team","Value":"ml"}]', { team: 'ml' }],
  ['Parquet map as list', '[{"key":"user_team","value":"ml"}]', { user_team: 'ml' }],
  ['blanks around keys', '{" org":"a","org":"b"}', { org: 'b' }],
  ['blanks around keys, other order', '{"org":"b"," org":"a"}', { org: 'b' }],
  ['an empty value gives way', '{"org":""," org":"a"}', { org: 'a' }],
  ['case is kept', '{"Team":"a","team":"b"}', { Team: 'a', team: 'b' }],
  ['nested', '{"a":{"b":1}}', { a: '{"b":"1"}' }],
  ['cut off', '{"team":"ml","env":"pro', { team: 'ml' }],
  ['cut off in the middle of a list', '"a": "1","b": tru', { a: '1' }],
  ['not tags at all', 'hello', {}],
  ['a list of words', '["a","b"]', {}],
  ['__proto__', '{"__proto__":"x"}', JSON.parse('{"__proto__":"x"}')],
] as const)('%s', ([, text, tags]) => {
  expect(parseTags(text)).toEqual(tags)
})

test('any text is read without an error, and plain tags come back as they were', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseTags(text)))
  const key = fc.stringMatching(/^[A-Za-z][\w:/.-]{0,12}$/)
  const value = fc.string().map((text) => text.trim())
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (tags) => {
      expect(parseTags(JSON.stringify(tags))).toEqual(tags)
    }),
  )
})

test('a JSON field is found without case; empty ones are none', () => {
  const details = '{  "ServiceType": "Standard_ND96isr_H100_v5",  "VMName": "", "GpuCount": 8}'
  expect(jsonField(details, 'servicetype')).toBe('Standard_ND96isr_H100_v5')
  expect(jsonField(details, 'VMName')).toBeNull()
  expect(jsonField(details, 'missing', 'GpuCount')).toBe('8')
  expect(jsonField(null, 'GpuCount')).toBeNull()
})

test('columns count as tags where no tag has their key', () => {
  expect(withColumns({ costcenter: '1' }, { CostCenter: '2', ResourceGroup: ' rg ', Empty: null })).toEqual({
    costcenter: '1',
    ResourceGroup: 'rg',
  })
})
