import { readMig } from '../mig-slices.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, mostGpus, RowReader, trimmed } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const TEXTS = [
  'provider_id',
  'gpu_device',
  'team',
  'project',
  'model',
  'workload',
  'workload_kind',
  'person',
  'state',
] as const

/** A documented CSV for whatever has no format of its own; its columns are those of a record. */
export const usageGeneric: UsageFormat = {
  id: 'usage-generic',
  label: 'Usage table',
  docs: 'docs/usage-formats.md',
  requires: [['start'], ['resource', 'provider_id', 'tokens_in', 'tokens_out']],
  excludes: ['cost', 'total_cost', 'amount', 'price', 'currency', 'charge', 'charges', 'spend'],
  plan(header) {
    const row = new RowReader(header)
    const start = header.column('start')
    const end = header.column('end')
    row.instant('starts', start, { layouts: ['iso', 'unix-seconds'], required: true })
    row.instant('stated_end', end, { layouts: ['iso', 'unix-seconds'], required: false })
    row.set('ends', `coalesce(stated_end, starts + INTERVAL '1 hour')`)
    row.check(end, 'stated_end < starts', 'ends before it starts')
    row.check(end, `stated_end > starts + INTERVAL '10 years'`, 'longer than ten years')
    const resource = row.text('resource', 'resource')
    for (const name of TEXTS) row.text(name, name)
    row.text('device_model', 'gpu_class')
    row.number('stated_gpus', header.column('gpus'), { most: mostGpus })
    readMig(row, header.column('mig_profile'), 'device_model')
    row.set('gpus', `coalesce(stated_gpus, mig_gpus, CASE WHEN gpu_device IS NOT NULL THEN 1 END)`)
    row.share('utilisation', header.column('utilisation'), 1)
    row.text('utilisation_metric', 'utilisation_metric')
    row.number('memory_gib', header.column('memory_gib'))
    row.count('tokens_in', header.column('tokens_in'))
    row.count('tokens_out', header.column('tokens_out'))
    row.count('requests', header.column('requests'))
    const covers = header.column('covers')
    row.set('covers', covers && `lower(trim(${covers})) IN ('true', 't', 'yes', '1')`)
    row.check(
      covers,
      `${covers} IS NOT NULL AND lower(trim(${covers})) NOT IN ('true', 't', 'yes', '1', 'false', 'f', 'no', '0')`,
      'neither true nor false',
    )
    row.set('named', 'coalesce(team, project, model, workload, person) IS NOT NULL')
    row.set('machine', 'coalesce(resource, provider_id) IS NOT NULL')
    row.set('counts', 'coalesce(tokens_in, tokens_out, requests) IS NOT NULL')
    row.set(
      'role',
      `CASE WHEN machine AND gpus > 0 THEN CASE WHEN NOT named AND coalesce(utilisation, memory_gib) IS NOT NULL THEN 'measure' ELSE 'hold' END
        WHEN counts THEN 'tokens' WHEN covers AND resource IS NOT NULL THEN 'cover' END`,
    )
    const details = header.matching(/^details\../i)
    row.set(
      'details',
      detailsSql(Object.fromEntries(details.map(({ name, column }) => [name.slice(8), trimmed(column)]))),
    )
    row.skip('hold no GPU', `machine AND coalesce(gpus, 0) = 0 AND stated_gpus IS NOT NULL AND role IS NULL`)
    const place = resource ?? header.column('provider_id') ?? start
    row.check(place, 'NOT machine AND NOT counts', 'no machine and no tokens: the row says nothing')
    const stated = header.column('gpus') ?? header.column('gpu_device') ?? place
    row.check(
      stated,
      `role IS NULL AND machine AND starts IS NOT NULL AND ${uncounted(header.column('gpus'))}`,
      'no number of GPUs',
    )
    return row.plan('Generic usage')
  },
  records: {
    from: `usage_rows WHERE role <> 'cover'`,
    key: keyText(
      'starts',
      'ends',
      'resource',
      'provider_id',
      'workload',
      'gpu_device',
      'team',
      'project',
      'model',
      'person',
      'role',
    ),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: 'role',
      resource: 'coalesce(resource, provider_id)',
      provider_id: 'provider_id',
      gpu_device: 'gpu_device',
      gpu_class: 'device_model',
      gpus: `CASE WHEN role <> 'tokens' THEN gpus END`,
      team: 'team',
      project: 'project',
      model: 'model',
      workload: 'workload',
      workload_kind: 'workload_kind',
      person: 'person',
      utilisation: 'utilisation',
      utilisation_metric: `CASE WHEN utilisation IS NOT NULL THEN coalesce(utilisation_metric, 'stated') END`,
      memory_gib: 'memory_gib',
      tokens_in: 'tokens_in',
      tokens_out: 'tokens_out',
      requests: 'requests',
      state: 'state',
      details: 'details',
    },
  },
  covers: `SELECT resource, starts, ends FROM usage_rows WHERE covers`,
  coverRows: `role = 'cover'`,
}

/** An unreadable number is a fault of its own. */
function uncounted(gpus: string | null): string {
  return gpus === null ? 'true' : `${gpus} IS NULL`
}
