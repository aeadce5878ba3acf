import { requiredColumn } from '@/lib/import/amounts.ts'
import type { Header } from '@/lib/import/format.ts'
import { dateReason } from '@/lib/import/issue-reasons.ts'
import { coverWholeImport } from '../make-records.ts'
import { nameNodes } from '../node-list.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, mostGpus, RowReader } from '../row-reader.ts'
import { localInstant, timeZoneQuestion } from '../time-zone.ts'
import { readableTres, tresGpus, tresGpuType } from '../trackable-resources.ts'
import type { UsageFormat } from '../usage-format.ts'

/** The GPUs of each node but the last, which has the rest: then they add up. */
const NODE_GPUS = 'CAST(round(CAST(gpus AS DOUBLE) / nodes, 12) AS DECIMAL(28, 12))'

const startOf = (header: Header) => requiredColumn(header, 'Start')

/** `sacct -P` of Slurm: one row a job, with what was allocated and for how long. https://slurm.schedmd.com/sacct.html */
export const slurm: UsageFormat = {
  id: 'slurm',
  label: 'Slurm accounting (sacct)',
  docs: 'https://slurm.schedmd.com/sacct.html',
  requires: [['JobID', 'JobIDRaw'], ['Start'], ['AllocTRES'], ['ElapsedRaw', 'End']],
  excludes: [],
  questions: (header) => [timeZoneQuestion(startOf(header))],
  plan(header, answers) {
    const row = new RowReader(header)
    const zone = answers.zone ?? 'UTC'
    const job = row.text('job', 'JobID', 'JobIDRaw')
    const start = startOf(header)
    row.set('start_text', start)
    row.instant('starts', start, { sql: localInstant(start, zone), required: true })
    const end = header.column('End')
    row.instant('stated_end', end, {
      sql: end ? localInstant(end, zone) : 'NULL',
      required: false,
      blanks: ['Unknown'],
    })
    const elapsed = header.column('ElapsedRaw')
    row.number('elapsed', elapsed, {
      whole: true,
      most: { value: 3_200_000_000, reason: 'longer than a hundred years' },
    })
    // The time held: without pauses, and right across a change of the clock. A job that runs has no end yet.
    row.set('ends', `coalesce(starts + to_microseconds(CAST(elapsed AS BIGINT) * 1000000), stated_end)`)
    const allocated = row.text('allocated', 'AllocTRES')
    row.set('gpus', tresGpus('allocated'))
    row.set('gpu_type', tresGpuType('allocated'))
    row.text('state', 'State')
    row.text('account', 'Account')
    row.text('person', 'User')
    row.text('cluster', 'Cluster')
    const nodes = header.column('NodeList')
    row.set(
      'node_list',
      nodes && `CASE WHEN ${nodes} NOT IN ('None assigned', 'Unknown') THEN nullif(trim(${nodes}), '') END`,
    )
    row.text('job_name', 'JobName')
    row.text('partition', 'Partition')
    row.text('qos', 'QOS')
    const conventions = ['Comment', 'JobName', 'WCKey'].flatMap((name) => header.column(name) ?? [])
    const models = conventions.map((c) => `nullif(regexp_extract(${c}, '(?:^|[\\s,;|])model=([^\\s,;|]+)', 1), '')`)
    row.set('model', models.length > 0 ? `coalesce(${models.join(', ')})` : null)
    const measured = row.text('measured', 'TRESUsageInAve', 'gpusutil')
    row.set(
      'gpu_percent',
      `TRY_CAST(coalesce(nullif(regexp_extract(measured, '(?:^|,)gres/gpuutil=([0-9.]+)', 1), ''), CASE WHEN regexp_full_match(measured, '[0-9.]+') THEN measured END) AS DECIMAL(28, 12))`,
    )
    row.set('utilisation', 'CAST(gpu_percent * 0.01 AS DECIMAL(28, 12))')
    row.check(measured, 'gpu_percent > 100', 'not between 0 and 100', 'measured')
    row.set('details', detailsSql({ partition: 'partition', qos: 'qos', name: 'job_name' }))

    row.skip('are steps, which repeat their job', `contains(coalesce(job, ''), '.')`)
    row.skip('are jobs that did not start', `starts IS NULL AND (${start} IS NULL OR ${start} IN ('Unknown', 'None'))`)
    row.skip('hold no GPU', `allocated IS NULL OR (${readableTres('allocated')} AND coalesce(gpus, 0) = 0)`)
    row.check(job, 'job IS NULL', 'no job', `coalesce(${job}, '')`)
    row.check(allocated, `NOT (${readableTres('allocated')})`, 'not a list of resources such as cpu=8,gres/gpu=4')
    row.check(allocated, `gpus > ${mostGpus.value}`, mostGpus.reason)
    row.check(end, 'stated_end < starts', 'ends before it starts')
    row.check(elapsed ?? end, 'starts IS NOT NULL AND ends IS NULL', dateReason)
    row.check(
      nodes,
      'node_list IS NOT NULL AND node_list NOT IN (SELECT node_list FROM node_names)',
      'not a list of nodes such as gpu[001-003,007]',
    )
    return { ...row.plan(`sacct, times in ${zone}`), prepare: (duck, source) => nameNodes(duck, source, nodes) }
  },
  records: {
    from: 'usage_rows LEFT JOIN node_names USING (node_list)',
    key: keyText('cluster', 'job', 'start_text', 'node'),
    rows: 'CASE WHEN coalesce(nth, 1) = 1 THEN 1 ELSE 0 END',
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'hold'`,
      resource: 'coalesce(node, cluster)',
      gpu_class: 'gpu_type',
      gpus: `CASE WHEN coalesce(nodes, 1) = 1 THEN CAST(gpus AS DECIMAL(28, 12)) WHEN nth = nodes THEN gpus - ${NODE_GPUS} * (nodes - 1) ELSE ${NODE_GPUS} END`,
      team: 'account',
      model: 'model',
      workload: 'job',
      workload_kind: `'job'`,
      person: 'person',
      utilisation: 'utilisation',
      utilisation_metric: `CASE WHEN utilisation IS NOT NULL THEN 'gres/gpuutil' END`,
      state: 'state',
      details: 'details',
    },
  },
  covers: coverWholeImport,
}
