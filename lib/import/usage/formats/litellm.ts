import { requiredColumn } from '@/lib/import/amounts.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader, trimmed } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

/** LiteLLM's table of spend logs, one row a request. Its spend is an estimate of the gateway and no bill: kept in the details. */
export const litellm: UsageFormat = {
  id: 'litellm',
  label: 'LiteLLM spend logs',
  docs: 'https://docs.litellm.ai/docs/proxy/cost_tracking',
  requires: [['request_id'], ['startTime'], ['prompt_tokens'], ['completion_tokens'], ['model']],
  excludes: [],
  plan(header) {
    const row = new RowReader(header)
    const request = row.text('request', 'request_id')
    const start = requiredColumn(header, 'startTime')
    const end = header.column('endTime')
    row.instant('starts', start, { layouts: ['iso'], required: true })
    row.instant('stated_end', end, { layouts: ['iso'], required: false })
    row.set('ends', 'greatest(coalesce(stated_end, starts), starts)')
    row.check(end, 'stated_end < starts', 'ends before it starts')
    row.count('tokens_in', header.column('prompt_tokens'))
    row.count('tokens_out', header.column('completion_tokens'))
    const [group, model] = [header.column('model_group'), requiredColumn(header, 'model')]
    row.set('model', group ? `coalesce(${trimmed(group)}, ${trimmed(model)})` : trimmed(model))
    row.text('team', 'team_id')
    const people = ['user', 'end_user'].flatMap((name) => header.column(name) ?? [])
    row.set('person', people.length > 0 ? `coalesce(${people.map(trimmed).join(', ')})` : null)
    row.text('state', 'status')
    const tags = header.column('request_tags')
    row.set('workload', tags && `nullif(regexp_extract(${tags}, '"job:([^"]+)"', 1), '')`)
    const kept = ['spend', 'custom_llm_provider', 'cache_hit', 'call_type', 'model_id'].flatMap((name) => {
      const column = header.column(name)
      return column ? [[name, trimmed(column)] as const] : []
    })
    row.set('details', detailsSql(Object.fromEntries(kept)))
    row.check(request, 'request IS NULL', 'no request id')
    return row.plan('LiteLLM_SpendLogs')
  },
  records: {
    from: 'usage_rows',
    key: keyText('request'),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'tokens'`,
      team: 'team',
      model: 'model',
      person: 'person',
      workload: 'workload',
      workload_kind: `CASE WHEN workload IS NOT NULL THEN 'job' END`,
      tokens_in: 'tokens_in',
      tokens_out: 'tokens_out',
      requests: '1',
      state: 'state',
      details: 'details',
    },
  },
  covers: null,
}
