import { instants, isoText, jsonNumber, numbers, oneOf, truth } from '../described.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const TEXTS = ['name', 'region', 'team', 'project', 'state', 'attached_to', 'storage_class'] as const
const INSTANTS = ['last_attached', 'created', 'last_used'] as const

/** A table of things that cost money whether they are used or not: volumes, snapshots, addresses, images, buckets, checkpoints. */
export const inventory: UsageFormat = {
  id: 'inventory',
  label: 'Inventory',
  docs: 'docs/usage-formats.md',
  requires: [['observed'], ['kind'], ['id']],
  excludes: ['cost', 'amount', 'params_b'],
  plan(header) {
    const row = new RowReader(header)
    row.instant('starts', header.column('observed'), { layouts: ['iso'], required: true })
    const id = row.text('id', 'id')
    row.check(id, 'id IS NULL', 'no id')
    oneOf(row, header, 'kind', ['volume', 'snapshot', 'address', 'image', 'bucket', 'checkpoint'])
    row.check(header.column('kind'), 'kind IS NULL', 'no kind')
    for (const name of TEXTS) row.text(name, name)
    row.text('made_of', 'source')
    numbers(row, header, ['size_gb'])
    instants(row, header, INSTANTS)
    for (const name of INSTANTS)
      row.check(header.column(name), `${name} > starts + INTERVAL '1 day'`, 'after it was observed')
    truth(row, header, 'source_exists')
    truth(row, header, 'keep')
    return row.plan('One row a thing')
  },
  records: {
    from: 'usage_rows',
    key: keyText('kind', 'id', 'starts'),
    fields: {
      starts: 'starts',
      ends: 'starts',
      role: `'item'`,
      workload: 'id',
      workload_kind: 'kind',
      team: 'team',
      project: 'project',
      state: 'lower(state)',
      details: detailsSql({
        kind: 'kind',
        name: 'name',
        region: 'region',
        attached_to: 'attached_to',
        source: 'made_of',
        storage_class: 'storage_class',
        source_exists: 'source_exists',
        keep: 'keep',
        size_gb: jsonNumber('size_gb'),
        ...Object.fromEntries(INSTANTS.map((name) => [name, isoText(name)])),
      }),
    },
  },
  covers: null,
}
