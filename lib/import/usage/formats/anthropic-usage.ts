import { requiredColumn } from '@/lib/import/amounts.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader, trimmed } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

/** What counts as input besides the uncached part, by the names in JSON and in a flattened table. */
const CACHED = [
  ['cache_5m', 'cache_creation.ephemeral_5m_input_tokens', 'ephemeral_5m_input_tokens'],
  ['cache_1h', 'cache_creation.ephemeral_1h_input_tokens', 'ephemeral_1h_input_tokens'],
  ['cache_write', 'cache_creation_input_tokens'],
  ['cache_read', 'cache_read_input_tokens'],
] as const
const DIMENSIONS = [
  'api_key_id',
  'workspace_id',
  'service_tier',
  'context_window',
  'inference_geo',
  'account_id',
  'service_account_id',
  'speed',
] as const

/** Anthropic's usage report of messages, in buckets. Tokens in are uncached, written to the cache and read from it together. */
export const anthropicUsage: UsageFormat = {
  id: 'anthropic-usage',
  label: 'Anthropic usage report of messages',
  docs: 'https://docs.anthropic.com/en/api/admin-api/usage-cost/get-messages-usage-report',
  requires: [['starting_at'], ['ending_at'], ['uncached_input_tokens'], ['output_tokens']],
  excludes: [],
  plan(header) {
    const row = new RowReader(header)
    const end = requiredColumn(header, 'ending_at')
    row.instant('starts', requiredColumn(header, 'starting_at'), { layouts: ['iso'], required: true })
    row.instant('ends', end, { layouts: ['iso'], required: true })
    row.check(end, 'ends < starts', 'ends before it starts')
    row.count('uncached', header.column('uncached_input_tokens'))
    for (const [name, ...columns] of CACHED) row.count(name, header.column(...columns))
    const parts = ['uncached', ...CACHED.map(([name]) => name)]
    row.set(
      'tokens_in',
      `CASE WHEN coalesce(${parts.join(', ')}) IS NOT NULL THEN ${parts.map((name) => `coalesce(${name}, 0)`).join(' + ')} END`,
    )
    row.count('tokens_out', header.column('output_tokens'))
    row.text('model', 'model')
    for (const name of DIMENSIONS) row.text(name, name)
    const searches = header.column('server_tool_use.web_search_requests', 'web_search_requests')
    row.set(
      'details',
      detailsSql({
        ...Object.fromEntries(parts.map((name) => [name, `CAST(${name} AS BIGINT)`])),
        ...Object.fromEntries(DIMENSIONS.slice(2).map((name) => [name, name])),
        ...(searches && { web_search_requests: trimmed(searches) }),
      }),
    )
    return row.plan('usage buckets')
  },
  records: {
    from: 'usage_rows',
    key: keyText('starts', 'ends', 'model', ...DIMENSIONS),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'tokens'`,
      project: 'workspace_id',
      model: 'model',
      workload: 'api_key_id',
      workload_kind: `CASE WHEN api_key_id IS NOT NULL THEN 'key' END`,
      tokens_in: 'tokens_in',
      tokens_out: 'tokens_out',
      details: 'details',
    },
  },
  covers: null,
}
