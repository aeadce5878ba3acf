import { requiredColumn } from '@/lib/import/amounts.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, mostGpus, RowReader, trimmed } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

/**
 * OpenCost's CSV export, one row a container and UTC day. `GPUs` is the day's average, so GPU hours are 24 times that. It names no node, so its
 * hours are listed without a machine; its costs split the nodes' bill again and are not read.
 */
export const opencostCsv: UsageFormat = {
  id: 'opencost-csv',
  label: 'OpenCost CSV export',
  docs: 'https://www.opencost.io/docs/integrations/csv-export',
  requires: [['Date'], ['Namespace'], ['Pod'], ['Container'], ['GPUs'], ['GPUCost']],
  excludes: [],
  plan(header) {
    const row = new RowReader(header)
    row.instant('starts', requiredColumn(header, 'Date'), { layouts: ['iso'], required: true })
    row.set('ends', `starts + INTERVAL '1 day'`)
    row.text('namespace', 'Namespace')
    row.text('pod', 'Pod')
    row.text('container', 'Container')
    const labels = header.column('Labels')
    const within = (name: string) =>
      labels
        ? [`CASE WHEN json_valid(${labels}) THEN nullif(trim(json_extract_string(${labels}, '$."${name}"')), '') END`]
        : []
    const label = (name: string) => {
      const column = header.column(`Label_${name}`)
      const found = [...(column ? [trimmed(column)] : []), ...within(name)]
      return found.length > 0 ? `coalesce(${found.join(', ')})` : null
    }
    row.set('team', label('team'))
    row.set('model', label('model'))
    row.number('gpus', header.column('GPUs'), { most: mostGpus })
    row.set('details', detailsSql({ container: 'container', controller: header.column('ControllerName') ?? 'NULL' }))
    row.skip('hold no GPU', 'gpus = 0')
    row.check(header.column('GPUs'), 'gpus IS NULL', 'no number of GPUs')
    row.check(header.column('Pod'), 'pod IS NULL', 'no pod')
    return row.plan('allocation by container and day')
  },
  records: {
    from: 'usage_rows',
    key: keyText('starts', 'namespace', 'pod', 'container'),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'hold'`,
      gpus: 'gpus',
      team: 'team',
      project: 'namespace',
      model: 'model',
      workload: 'pod',
      workload_kind: `'pod'`,
      details: 'details',
    },
  },
  covers: null,
}
