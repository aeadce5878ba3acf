import type { FormatQuestion, Header } from '@/lib/import/format.ts'
import { DcgmLabels } from '../dcgm-labels.ts'
import { readMig } from '../mig-slices.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const ENGINE = 'DCGM_FI_PROF_GR_ENGINE_ACTIVE'
const BUSY = 'DCGM_FI_DEV_GPU_UTIL'
const MEMORY = 'DCGM_FI_DEV_FB_USED'
const TENSOR = 'DCGM_FI_PROF_PIPE_TENSOR_ACTIVE'
const DRAM = 'DCGM_FI_PROF_DRAM_ACTIVE'
const ENCODER = 'DCGM_FI_DEV_ENC_UTIL'
/** What each value of the long form is called here. */
const NAMES = { engine: ENGINE, busy: BUSY, memory: MEMORY, tensor: TENSOR, dram: DRAM, encoder: ENCODER } as const
const TIMES = ['timestamp', 'time', 'ts', '_time'] as const

const isLong = (header: Header) =>
  header.has('value') && header.has('metric', '__name__', 'metric_name', 'labels', 'series')
const isWide = (header: Header) => header.matching(/^DCGM_FI_/i).length > 0

/** How far apart samples are, asked only when all are of one instant. */
const stepQuestion = (header: Header): FormatQuestion => ({
  id: 'step',
  text: 'All samples are of one instant. For how long does each of them stand?',
  options: [15, 30, 60, 300, 3600].map((seconds) => ({
    value: String(seconds),
    label: seconds < 60 ? `${seconds} seconds` : seconds === 3600 ? '1 hour' : `${seconds / 60} min`,
  })),
  accepts: (answer) => /^[1-9]\d{0,3}$/.test(answer) && Number(answer) <= 3600,
  probe: `SELECT CASE WHEN count(DISTINCT ${header.column(...TIMES)}) > 1 OR count(*) = 0 THEN 'file' END FROM rows`,
})

// Only the part of the hour that has samples counts, and it lies within the hour.
const COVERED = 'least(3600000, count(DISTINCT sampled) * step)'
const STARTS = `least(min(sampled), hour + to_milliseconds(3600000 - CAST(${COVERED} AS BIGINT)))`

/** Samples of NVIDIA's DCGM exporter as Prometheus gives them, one record a GPU (or MIG instance, or pod) and UTC hour. */
export const dcgm: UsageFormat = {
  id: 'dcgm',
  label: 'DCGM samples (Prometheus)',
  docs: 'https://github.com/NVIDIA/dcgm-exporter/blob/main/etc/default-counters.csv',
  requires: [TIMES],
  excludes: ['cost', 'start', 'billed_cost', 'charge_period_start'],
  matches: (header) => isLong(header) || isWide(header),
  questions: (header) => [stepQuestion(header)],
  plan(header, answers) {
    const row = new RowReader(header)
    const labels = new DcgmLabels(header)
    const time = header.column(...TIMES)
    row.instant('sampled', time, { layouts: ['iso', 'unix-seconds', 'unix-milliseconds'], required: true })
    row.set('hour', `date_trunc('hour', sampled)`)
    row.set(
      'stated_step',
      /^\d+$/.test(answers.step ?? '') ? `CAST(${answers.step} AS DOUBLE) * 1000` : 'CAST(NULL AS DOUBLE)',
    )
    row.set(
      'host',
      `coalesce(${labels.of('Hostname', 'node', 'kubernetes_node')}, nullif(regexp_replace(${labels.of('instance')}, ':[0-9]+$', ''), ''))`,
    )
    row.set('device', labels.of('UUID', 'gpu', 'device'))
    row.set('gpu_name', labels.of('modelName', 'model_name'))
    row.set('mig_id', labels.of('GPU_I_ID'))
    row.set(
      'pod',
      `coalesce(${labels.of('exported_pod')}, CASE WHEN ${labels.of('pod')} NOT LIKE '%dcgm-exporter%' THEN ${labels.of('pod')} END)`,
    )
    row.set('namespace', `CASE WHEN pod IS NOT NULL THEN ${labels.of('exported_namespace', 'namespace')} END`)
    row.set('container', `CASE WHEN pod IS NOT NULL THEN ${labels.of('exported_container', 'container')} END`)
    const profile = header.column('GPU_I_PROFILE') ?? header.column('labels', 'metric', 'series', '__name__')
    readMig(row, profile, 'gpu_name', labels.of('GPU_I_PROFILE'))
    row.set('gpus', `CASE WHEN mig_profile IS NULL AND mig_id IS NULL THEN 1 ELSE mig_gpus END`)
    row.set(
      'instance',
      `CASE WHEN mig_id IS NOT NULL OR mig_profile IS NOT NULL THEN device || '/' || coalesce(mig_id, mig_profile) ELSE device END`,
    )
    // A number instead of two texts: millions of samples are sorted by it.
    row.set('series', 'hash(host, instance)')
    if (isWide(header)) readWide(row, header)
    else readLong(row, header, labels)
    const place = header.column('Hostname', 'node', 'instance', 'labels', 'metric', 'series', '__name__') ?? time
    row.check(place, 'host IS NULL', 'no host')
    row.check(header.column('UUID', 'gpu', 'device') ?? place, 'device IS NULL', 'no GPU')
    row.check(profile, 'mig_id IS NOT NULL AND mig_profile IS NULL', 'a MIG instance without its profile')
    return row.plan(isWide(header) ? 'DCGM, one column a metric' : 'DCGM, one row a value')
  },
  records: {
    from: `usage_rows, (${stepSql()}) AS steps`,
    groupBy: 'host, instance, device, mig_id, mig_profile, pod, namespace, container, hour, gpus, step',
    key: keyText('host', 'instance', 'pod', 'namespace', 'container', 'hour'),
    fields: {
      starts: STARTS,
      ends: `${STARTS} + to_milliseconds(CAST(${COVERED} AS BIGINT))`,
      role: `CASE WHEN pod IS NOT NULL THEN 'hold' ELSE 'measure' END`,
      resource: 'host',
      gpu_device: 'instance',
      gpu_class: 'max(gpu_name)',
      gpus: 'gpus',
      project: 'namespace',
      workload: 'pod',
      workload_kind: `CASE WHEN pod IS NOT NULL THEN 'pod' END`,
      utilisation:
        'round(coalesce(avg(engine), CASE WHEN mig_id IS NULL AND mig_profile IS NULL THEN avg(busy) / 100 END), 12)',
      utilisation_metric: `CASE WHEN count(engine) > 0 THEN '${ENGINE}' WHEN mig_id IS NULL AND mig_profile IS NULL AND count(busy) > 0 THEN '${BUSY}' END`,
      memory_gib: 'round(avg(memory) / 1024, 12)',
      details: detailsSql({
        container: 'container',
        mig_profile: 'mig_profile',
        samples: 'count(DISTINCT sampled)',
        tensor_active: 'round(CAST(avg(tensor) AS DOUBLE), 6)',
        dram_active: 'round(CAST(avg(dram) AS DOUBLE), 6)',
        encoder_active: 'round(CAST(avg(encoder) / 100 AS DOUBLE), 6)',
        memory_max_gib: 'round(CAST(max(memory) / 1024 AS DOUBLE), 6)',
      }),
    },
    drop: {
      reason: 'measure a whole GPU that is cut into MIG instances',
      where: `(resource, gpu_device, date_trunc('hour', starts)) IN
        (SELECT (resource, split_part(gpu_device, '/', 1), date_trunc('hour', starts)) FROM usage_records WHERE contains(gpu_device, '/'))`,
    },
  },
  covers: `SELECT resource, date_trunc('hour', starts) AS starts, date_trunc('hour', starts) + INTERVAL '1 hour' AS ends FROM usage_records`,
}

/** The usual time between two samples of one GPU, in milliseconds, at most an hour. */
function stepSql(): string {
  return `SELECT least(3600000, coalesce(max(stated), max(usual))) AS step FROM (
    SELECT NULL AS stated, median(apart) AS usual FROM (
      SELECT epoch_ms(sampled) - epoch_ms(lag(sampled) OVER (PARTITION BY series ORDER BY sampled)) AS apart
      FROM (SELECT DISTINCT series, sampled FROM usage_rows)) WHERE apart > 0
    UNION ALL SELECT max(stated_step), NULL FROM usage_rows)`
}

function readWide(row: RowReader, header: Header): void {
  row.share('engine', header.column(ENGINE), 1)
  row.number('busy', header.column(BUSY), { most: { value: 100, reason: 'not between 0 and 100' } })
  row.number('memory', header.column(MEMORY))
  row.share('tensor', header.column(TENSOR), 1)
  row.share('dram', header.column(DRAM), 1)
  row.number('encoder', header.column(ENCODER), { most: { value: 100, reason: 'not between 0 and 100' } })
}

function readLong(row: RowReader, header: Header, labels: DcgmLabels): void {
  const value = header.column('value')
  row.set('metric_name', labels.metric())
  row.number('value', value, { negative: true })
  for (const [name, metric] of Object.entries(NAMES))
    row.set(name, `CASE WHEN metric_name = '${metric}' THEN value END`)
  row.skip(
    'are of metrics that are not read',
    `metric_name IS NOT NULL AND metric_name NOT IN (${Object.values(NAMES)
      .map((metric) => `'${metric}'`)
      .join(', ')})`,
  )
  row.check(header.column('metric', '__name__', 'metric_name', 'labels', 'series'), 'metric_name IS NULL', 'no metric')
  row.check(value, `${value} IS NULL`, 'no value')
  row.check(value, 'value < 0', 'below 0')
  row.check(value, 'engine > 1 OR tensor > 1 OR dram > 1', 'not between 0 and 1')
  row.check(value, 'busy > 100 OR encoder > 100', 'not between 0 and 100')
}
