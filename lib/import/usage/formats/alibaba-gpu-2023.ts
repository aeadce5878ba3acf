import { isDay } from '@/lib/core/period.ts'
import type { FormatQuestion } from '@/lib/import/format.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, mostGpus, RowReader } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

/** What the trace's machines are called together: its pods name no node. A host rule may make its nodes in a bill one pool of this name. */
const POOL = 'alibaba-gpu-2023'

const origin: FormatQuestion = {
  id: 'origin',
  text: 'The trace counts seconds from its start. On which day did it start? (YYYY-MM-DD, UTC)',
  options: [{ value: '2023-01-01', label: '1 Jan 2023' }],
  accepts: isDay,
  probe: 'SELECT NULL',
}

/** Alibaba's GPU cluster trace of 2023: a table of pods, and one of nodes that says which machines there were. */
export const alibabaGpu2023: UsageFormat = {
  id: 'alibaba-gpu-2023',
  label: 'Alibaba GPU cluster trace 2023',
  docs: 'https://github.com/alibaba/clusterdata/tree/master/cluster-trace-gpu-v2023',
  requires: [['sn', 'name'], ['cpu_milli'], ['memory_mib'], ['gpu', 'num_gpu'], ['model', 'gpu_milli']],
  excludes: [],
  matches: (header) =>
    header.has('sn') ? header.has('gpu', 'model') : header.has('scheduled_time') && header.has('deletion_time'),
  questions: () => [origin],
  plan(header, answers) {
    const row = new RowReader(header)
    const isNodes = header.has('sn')
    const name = row.text('name', 'sn', 'name')
    const scheduled = header.column('scheduled_time')
    const deleted = header.column('deletion_time')
    const limit = { value: 4_000_000_000, reason: 'longer than a hundred years' }
    row.number('scheduled', scheduled, { most: limit })
    row.number('deleted', deleted, { most: limit })
    const at = (seconds: string) =>
      `TIMESTAMP '${answers.origin ?? '2023-01-01'}' + to_microseconds(CAST(${seconds} * 1000000 AS BIGINT))`
    row.set('starts', at('scheduled'))
    row.set('ends', at('deleted'))
    const count = header.column('num_gpu', 'gpu')
    const milli = header.column('gpu_milli')
    row.number('num_gpu', count, { whole: true, most: mostGpus })
    row.number('gpu_milli', milli, { most: { value: 1000, reason: 'not between 0 and 1000' } })
    row.set('gpus', isNodes ? 'num_gpu' : 'CAST(num_gpu * coalesce(gpu_milli, 1000) * 0.001 AS DECIMAL(28, 12))')
    row.text('spec', 'gpu_spec', 'model')
    row.text('qos', 'qos')
    row.text('state', 'pod_phase')
    row.set('role', isNodes ? `'cover'` : `'hold'`)
    row.set('details', detailsSql({ qos: 'qos', spec: 'spec' }))
    row.check(name, 'name IS NULL', 'no name')
    if (!isNodes) {
      row.skip('hold no GPU', 'gpus = 0')
      row.skip('were never scheduled', `scheduled IS NULL AND ${scheduled} IS NULL`)
      row.check(deleted, 'scheduled IS NOT NULL AND deleted IS NULL', 'no end')
      row.check(deleted, 'deleted < scheduled', 'ends before it starts')
      row.check(count, 'num_gpu IS NULL', 'no number of GPUs')
    }
    return row.plan(isNodes ? 'nodes' : `pods, from ${answers.origin ?? ''}`)
  },
  records: {
    from: `usage_rows WHERE role = 'hold'`,
    key: keyText('name'),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: 'role',
      resource: `'${POOL}'`,
      gpus: 'gpus',
      workload: 'name',
      workload_kind: `'pod'`,
      state: 'state',
      details: 'details',
    },
  },
  covers: `SELECT '${POOL}' AS resource, min(starts) AS starts, max(ends) AS ends FROM usage_records`,
  coverRows: `role = 'cover'`,
}
