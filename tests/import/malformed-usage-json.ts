import type { MalformedCase, Place } from './malformed-case.ts'

const one = (name: string, bytes: string, place: Place): MalformedCase => ({
  name: `JSON: ${name}`,
  files: [{ name: 'usage.json', bytes }],
  place: { file: 'usage.json', ...place },
})

const bucket = (over: object) => ({
  starting_at: '2026-09-01T00:00:00Z',
  ending_at: '2026-09-01T01:00:00Z',
  model: 'm',
  uncached_input_tokens: 1,
  output_tokens: 1,
  ...over,
})
const page = (...buckets: object[]) => JSON.stringify({ data: buckets })
const allocation = (over: object) => ({
  name: 'c1/serving/llama-1',
  properties: { node: 'n1', namespace: 'serving', pod: 'llama-1' },
  start: '2026-09-01T06:00:00Z',
  end: '2026-09-01T18:00:00Z',
  gpuHours: 24,
  ...over,
})
const allocations = (...over: object[]) =>
  JSON.stringify({ code: 200, data: [Object.fromEntries(over.map((o, i) => [`a${i}`, allocation(o)]))] })

/** JSON files of usage with one thing wrong; `row` counts records from 1 where there is no header. */
export const malformedUsageJson: readonly MalformedCase[] = [
  one('cut off', '{"data":[{"starting_at":"2026-09-01T00:00:00Z","ending', { says: /line 1|ends/i }),
  one('a list that is not closed', `[${JSON.stringify(bucket({}))}`, { says: /ends|expected/i }),
  one('a comma too many', `[${JSON.stringify(bucket({}))},,]`, { says: /line 1|JSON/ }),
  one('no record', '{"data":[]}', { code: 'no_rows', says: 'no record' }),
  one('an empty list', '[]', { says: 'no record' }),
  {
    name: 'JSON: numbers for records',
    files: [{ name: 'usage.json', bytes: '[1, 2]' }],
    place: { code: 'no_format', row: 1 },
  },
  one('text for records', '{"data":["a"]}', { says: 'a record must be an object' }),
  one('single quotes', "{'data': []}", { says: /JSON|quotes/i }),
  one('anthropic, tokens in words', page(bucket({}), bucket({ output_tokens: 'many' })), {
    column: 'output_tokens',
    value: 'many',
    says: 'not a number',
  }),
  one(
    'anthropic, a nested count below 0',
    page(bucket({}), bucket({ cache_creation: { ephemeral_1h_input_tokens: -1 } })),
    {
      column: 'cache_creation.ephemeral_1h_input_tokens',
      value: '-1',
      says: 'below 0',
    },
  ),
  one('anthropic, no end', page(bucket({}), bucket({ ending_at: null })), { column: 'ending_at', says: 'no date' }),
  one('opencost, hours in no time', allocations({}, { end: '2026-09-01T06:00:00Z' }), {
    column: 'gpuHours',
    says: 'hours without time',
  }),
  one('opencost, ends before it starts', allocations({}, { end: '2026-09-01T05:00:00Z' }), {
    column: 'end',
    says: 'ends before it starts',
  }),
  one('opencost, hours below 0', allocations({}, { gpuHours: -1 }), { column: 'gpuHours', says: 'below 0' }),
  one('opencost, hours as an object', allocations({}, { gpuHours: { a: 1 } }), {
    column: 'gpuHours',
    says: 'not a list',
  }),
  one(
    'prometheus, a sample that is NaN',
    JSON.stringify({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          {
            metric: { __name__: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE', Hostname: 'n', UUID: 'GPU-1' },
            values: [
              [1788220800, '0.5'],
              [1788220860, 'NaN'],
            ],
          },
        ],
      },
    }),
    { column: 'value', value: 'NaN', says: 'not a finite number' },
  ),
]
