import { requiredColumn } from '@/lib/import/amounts.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader, trimmed } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const SPLIT = [
  'input_cached_tokens',
  'input_uncached_tokens',
  'input_cache_write_tokens',
  'input_audio_tokens',
  'output_audio_tokens',
  'batch',
  'service_tier',
]

/** OpenAI's usage of completions by organisation, in buckets; what was not grouped by is null there, and stays so. */
export const openaiUsage: UsageFormat = {
  id: 'openai-usage',
  label: 'OpenAI usage of completions',
  docs: 'https://platform.openai.com/docs/api-reference/usage/completions',
  requires: [['start_time'], ['end_time'], ['input_tokens'], ['output_tokens'], ['num_model_requests']],
  excludes: [],
  plan(header) {
    const row = new RowReader(header)
    const end = requiredColumn(header, 'end_time')
    row.instant('starts', requiredColumn(header, 'start_time'), { layouts: ['unix-seconds', 'iso'], required: true })
    row.instant('ends', end, { layouts: ['unix-seconds', 'iso'], required: true })
    row.check(end, 'ends < starts', 'ends before it starts')
    // Cached tokens are part of the input tokens here.
    row.count('tokens_in', header.column('input_tokens'))
    row.count('tokens_out', header.column('output_tokens'))
    row.count('requests', header.column('num_model_requests'))
    row.text('model', 'model')
    row.text('project', 'project_id')
    row.text('person', 'user_id')
    row.text('api_key', 'api_key_id')
    const kept = SPLIT.flatMap((name) => {
      const column = header.column(name)
      return column ? [[name, trimmed(column)] as const] : []
    })
    row.set('details', detailsSql(Object.fromEntries(kept)))
    return row.plan('usage buckets')
  },
  records: {
    from: 'usage_rows',
    key: keyText(
      'starts',
      'ends',
      'model',
      'project',
      'person',
      'api_key',
      `details->>'batch'`,
      `details->>'service_tier'`,
    ),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'tokens'`,
      project: 'project',
      model: 'model',
      workload: 'api_key',
      workload_kind: `CASE WHEN api_key IS NOT NULL THEN 'key' END`,
      person: 'person',
      tokens_in: 'tokens_in',
      tokens_out: 'tokens_out',
      requests: 'requests',
      details: 'details',
    },
  },
  covers: null,
}
