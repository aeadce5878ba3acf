import { requiredColumn } from '@/lib/import/amounts.ts'
import { gpusSql } from '../gpu-hours.ts'
import { coverWholeImport } from '../make-records.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const NOT_HELD = ['__idle__', '__unallocated__', '__unmounted__', '__external__']

/** Allocations as OpenCost's and Kubecost's API answers them. Their costs split the nodes' bill again and are not read. */
export const opencostJson: UsageFormat = {
  id: 'opencost-json',
  label: 'OpenCost allocation API',
  docs: 'https://www.opencost.io/docs/integrations/api',
  requires: [['gpuHours'], ['start', 'window.start'], ['end', 'window.end'], ['name']],
  excludes: [],
  plan(header) {
    const row = new RowReader(header)
    const start = header.column('start', 'window.start')
    const end = header.column('end', 'window.end')
    row.instant('starts', start, { layouts: ['iso'], required: true })
    row.instant('ends', end, { layouts: ['iso'], required: true })
    row.text('name', 'name')
    row.text('node', 'properties.node', 'node')
    row.text('provider_id', 'properties.providerID', 'providerID')
    row.text('namespace', 'properties.namespace', 'namespace')
    row.text('controller', 'properties.controller', 'controller')
    row.text('pod', 'properties.pod', 'pod')
    row.text('container', 'properties.container', 'container')
    const labels = header.column('properties.labels', 'labels')
    const label = (name: string) =>
      labels &&
      `CASE WHEN json_valid(${labels}) THEN nullif(trim(json_extract_string(${labels}, '$."${name}"')), '') END`
    row.set('team', label('team'))
    row.set('model', label('model'))
    const hours = requiredColumn(header, 'gpuHours')
    row.number('hours', hours)
    // Without DCGM the newer object gpuAllocation has no usage, but the older field beside it says 0, which is then no measurement.
    const measured = header.column('gpuAllocation.gpuUsageAverage')
    const older = header.column('gpuUsageAverage')
    row.number('measured_gpus', measured)
    row.number('older_gpus', older)
    row.set('used_gpus', 'coalesce(measured_gpus, nullif(older_gpus, 0))')
    const asked = header.column('gpuRequestAverage', 'gpuAllocation.gpuRequestAverage', 'gpuCount')
    row.number('asked_gpus', asked)
    row.set(
      'utilisation',
      'CASE WHEN used_gpus IS NOT NULL AND asked_gpus > 0 THEN CAST(least(1, round(CAST(used_gpus AS DOUBLE) / CAST(asked_gpus AS DOUBLE), 12)) AS DECIMAL(28, 12)) END',
    )
    row.set('gpus', gpusSql('hours', 'starts', 'ends'))
    row.set('details', detailsSql({ controller: 'controller', container: 'container' }))
    row.skip(
      'are idle or unallocated, which is not held',
      `name IN (${NOT_HELD.map((name) => `'${name}'`).join(', ')}) OR name LIKE '%/\\_\\_idle\\_\\_' ESCAPE '\\'`,
    )
    row.skip('hold no GPU', `hours = 0 OR ${hours} IS NULL`)
    row.check(end, 'ends < starts', 'ends before it starts')
    row.check(hours, 'hours > 0 AND ends = starts', 'hours without time')
    return row.plan('allocations')
  },
  records: {
    from: 'usage_rows',
    key: keyText('starts', 'ends', 'node', 'namespace', 'pod', 'container', 'name'),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'hold'`,
      resource: 'coalesce(node, provider_id)',
      provider_id: 'provider_id',
      gpus: 'gpus',
      gpu_hours: 'hours',
      team: 'team',
      project: 'namespace',
      model: 'model',
      workload: 'coalesce(pod, controller, name)',
      workload_kind: `CASE WHEN pod IS NOT NULL THEN 'pod' ELSE 'deployment' END`,
      utilisation: 'utilisation',
      utilisation_metric: `CASE WHEN utilisation IS NOT NULL THEN 'gpuUsageAverage / gpuRequestAverage' END`,
      details: 'details',
    },
  },
  covers: coverWholeImport,
}
