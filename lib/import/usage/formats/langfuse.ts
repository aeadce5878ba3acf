import { requiredColumn } from '@/lib/import/amounts.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader, trimmed } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

/** SQL for the sum of the counts of a JSON object whose keys match; null where there is none, or the object cannot be read. */
const sumOf = (column: string, keys: string) =>
  `(SELECT sum(TRY_CAST(json_extract_string(m, '$."' || k || '"') AS DECIMAL(28, 0)))
    FROM (SELECT TRY_CAST(${column} AS JSON) AS m), unnest(json_keys(m)) AS keys (k) WHERE regexp_full_match(k, '${keys}'))`

/** Cached input stands beside the input here and is no part of it, whoever reported it. */
const INPUT = '(cache_[a-z_]+_)?input(_.*)?|prompt_tokens'
const OUTPUT = 'output(_.*)?|completion_tokens'

/** SQL for whether the counts of a JSON object that are read all are so; nulls are no counts. */
const everyCount = (column: string, pattern: string) =>
  `(SELECT bool_and(coalesce(regexp_full_match(json_extract_string(m, '$."' || k || '"'), '${pattern}'), true))
    FROM (SELECT TRY_CAST(${column} AS JSON) AS m), unnest(json_keys(m)) AS keys (k) WHERE regexp_full_match(k, '${INPUT}|${OUTPUT}'))`

/** Observations of Langfuse, one row a call of a model; counts of tokens stand in a map, prices are the tool's own estimate. */
export const langfuse: UsageFormat = {
  id: 'langfuse',
  label: 'Langfuse observations',
  docs: 'https://langfuse.com/docs/query-traces',
  requires: [['id'], ['startTime'], ['usageDetails'], ['model', 'providedModelName']],
  excludes: [],
  plan(header) {
    const row = new RowReader(header)
    const id = row.text('observation', 'id')
    const end = header.column('endTime')
    row.instant('starts', requiredColumn(header, 'startTime'), { layouts: ['iso'], required: true })
    row.instant('stated_end', end, { layouts: ['iso'], required: false })
    row.set('ends', 'coalesce(stated_end, starts)')
    row.check(end, 'stated_end < starts', 'ends before it starts')
    const models = ['providedModelName', 'model'].flatMap((name) => header.column(name) ?? [])
    row.set('model', `coalesce(${models.map(trimmed).join(', ')})`)
    const usage = requiredColumn(header, 'usageDetails')
    row.set('usage', trimmed(usage))
    row.set('readable', `usage IS NULL OR (json_valid(usage) AND json_type(TRY_CAST(usage AS JSON)) = 'OBJECT')`)
    row.set('tokens_in', `CASE WHEN readable THEN ${sumOf('usage', INPUT)} END`)
    row.set('tokens_out', `CASE WHEN readable THEN ${sumOf('usage', OUTPUT)} END`)
    row.check(usage, 'NOT readable', 'not an object of counts such as {"input": 10, "output": 5}')
    row.check(
      usage,
      `readable AND NOT ${everyCount('usage', '-?[0-9]{1,18}')}`,
      'not an object of counts: one is no whole number',
    )
    // Each part, as a sum hides a negative one.
    row.check(usage, `readable AND NOT ${everyCount('usage', '[^-].*')}`, 'below 0')
    row.text('person', 'userId')
    row.text('session', 'sessionId')
    row.text('name', 'name')
    const cost = header.column('totalCost')
    row.set(
      'details',
      detailsSql({ name: 'name', session: 'session', usage: 'usage', ...(cost && { totalCost: trimmed(cost) }) }),
    )
    row.check(id, 'observation IS NULL', 'no id')
    row.skip('are spans and events, which use no tokens', 'usage IS NULL AND model IS NULL')
    return row.plan('observations')
  },
  records: {
    from: 'usage_rows',
    key: keyText('observation'),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'tokens'`,
      model: 'model',
      person: 'person',
      tokens_in: 'tokens_in',
      tokens_out: 'tokens_out',
      requests: '1',
      details: 'details',
    },
  },
  covers: null,
}
