import { instants, isoText, jsonNumber, numbers, oneOf, truth } from '../described.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, mostGpus, RowReader } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const TEXTS = ['team', 'project', 'model', 'person', 'job', 'gpu_class'] as const
const NUMBERS = [
  'attempt',
  'params_b',
  'tokens_b',
  'steps',
  'checkpoint_interval_h',
  'checkpoint_write_h',
  'restart_h',
  'useful_h',
] as const

/** A table of training and batch runs, one row an attempt: what a scheduler does not say about them. */
export const trainingRuns: UsageFormat = {
  id: 'training-runs',
  label: 'Training runs',
  docs: 'docs/usage-formats.md',
  requires: [['run'], ['start'], ['checkpoint_interval_h', 'tokens_b', 'steps']],
  excludes: ['resource', 'provider_id', 'tokens_in', 'tokens_out', 'cost', 'amount'],
  plan(header) {
    const row = new RowReader(header)
    const end = header.column('end')
    const run = row.text('run', 'run')
    row.check(run, 'run IS NULL', 'no run')
    row.instant('starts', header.column('start'), { layouts: ['iso', 'unix-seconds'], required: true })
    row.instant('stated_end', end, { layouts: ['iso', 'unix-seconds'], required: false })
    row.set('ends', 'coalesce(stated_end, starts)')
    row.check(end, 'stated_end < starts', 'ends before it starts')
    for (const name of TEXTS) row.text(name, name)
    row.number('gpus', header.column('gpus'), { most: mostGpus })
    numbers(row, header, NUMBERS)
    instants(row, header, ['last_checkpoint'])
    row.check(
      header.column('last_checkpoint'),
      'last_checkpoint < starts OR last_checkpoint > ends',
      'outside of the attempt',
    )
    row.check(
      header.column('useful_h'),
      `useful_h > epoch_ms(ends - starts) / 3600000.0 + 0.001`,
      'more hours than the attempt took',
    )
    oneOf(row, header, 'kind', ['training', 'batch', 'eval'])
    oneOf(row, header, 'state', ['completed', 'failed', 'killed', 'stopped-early', 'running'])
    oneOf(row, header, 'precision', ['bf16', 'fp16', 'fp8', 'fp32'])
    truth(row, header, 'restartable')
    return row.plan('One row an attempt')
  },
  records: {
    from: 'usage_rows',
    key: keyText('run', 'project', 'attempt', 'starts'),
    fields: {
      starts: 'starts',
      ends: 'ends',
      role: `'run'`,
      gpus: 'gpus',
      gpu_class: 'gpu_class',
      team: 'team',
      project: 'project',
      model: 'model',
      workload: 'run',
      workload_kind: `'run'`,
      person: 'person',
      state: 'state',
      details: detailsSql({
        job: 'job',
        kind: 'kind',
        precision: 'precision',
        restartable: 'restartable',
        last_checkpoint: isoText('last_checkpoint'),
        ...Object.fromEntries(NUMBERS.map((name) => [name, jsonNumber(name)])),
      }),
    },
  },
  covers: null,
}
