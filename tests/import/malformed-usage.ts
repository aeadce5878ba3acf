import type { MalformedCase, Place } from './malformed-case.ts'
import { malformedUsageJson } from './malformed-usage-json.ts'
import type { UsageCells, UsageLayout } from './usage-rows.ts'
import { goodUsage, usageAnswers, usageCsv } from './usage-rows.ts'

/** A good row before and after one whose cells are changed: that one is row 3 as a spreadsheet counts. */
function bad(format: UsageLayout, cells: UsageCells, says: string): MalformedCase {
  const row: UsageCells = goodUsage[format]
  // Samples of one instant alone would lead to a question.
  const later = 'timestamp' in row ? { ...row, timestamp: '2026-09-03T00:30:00Z' } : row
  const [column = '', value = ''] = Object.entries(cells).at(-1) ?? []
  return {
    name: `${format}: ${column} is ${JSON.stringify(value.slice(0, 40))}`,
    files: [{ name: 'usage.csv', bytes: usageCsv([row, { ...row, ...cells }, later]) }],
    place: { file: 'usage.csv', row: 3, column, value, says },
    answers: usageAnswers,
  }
}

const finite = 'not a finite number'
const notNumber = 'not a number'
const badCells: readonly [UsageLayout, UsageCells, string][] = [
  ['usage-generic', { start: '' }, 'no date'],
  ['usage-generic', { start: 'yesterday' }, 'not a date'],
  ['usage-generic', { start: '2026-02-30T00:00:00Z' }, 'not a date in the calendar'],
  ['usage-generic', { start: '1888-09-04T00:00:00Z' }, 'not a date that a bill can have'],
  ['usage-generic', { end: '2026-09-03T00:00:00Z' }, 'ends before it starts'],
  ['usage-generic', { end: '2199-01-01T00:00:00Z' }, 'longer than ten years'],
  ['usage-generic', { end: 'later' }, 'not a date'],
  ['usage-generic', { gpus: 'NaN' }, finite],
  ['usage-generic', { gpus: '-1' }, 'below 0'],
  ['usage-generic', { gpus: '8 GPUs' }, notNumber],
  ['usage-generic', { gpus: '1,5' }, 'decimal comma'],
  ['usage-generic', { gpus: '1000001' }, 'not a number of GPUs'],
  ['usage-generic', { covers: '', tokens_in: '', tokens_out: '', requests: '', gpus: '' }, 'no number of GPUs'],
  ['usage-generic', { utilisation: '50' }, 'not between 0 and 1'],
  ['usage-generic', { utilisation: '-0.1' }, 'below 0'],
  ['usage-generic', { utilisation: '50%' }, notNumber],
  ['usage-generic', { memory_gib: 'inf' }, finite],
  ['usage-generic', { tokens_in: '1.5' }, 'not a whole number'],
  ['usage-generic', { tokens_out: '-5' }, 'below 0'],
  ['usage-generic', { requests: '1e30' }, notNumber],
  ['usage-generic', { covers: 'perhaps' }, 'neither true nor false'],
  ['usage-generic', { gpus: '', mig_profile: '1h.10gb' }, 'not a MIG profile'],
  ['usage-generic', { gpu_class: 'Quadro', mig_profile: '1g.10gb' }, 'does not say how many MIG slices'],
  ['usage-generic', { gpu_class: 'NVIDIA A30', mig_profile: '7g.24gb' }, 'more MIG slices than this GPU has'],
  ['usage-generic', { tokens_in: '', tokens_out: '', requests: '', resource: '' }, 'says nothing'],
  ['slurm', { JobID: '' }, 'no job'],
  ['slurm', { Start: '09/01/2026' }, 'not a date'],
  ['slurm', { Start: '2026-09-31T00:00:00' }, 'not a date in the calendar'],
  ['slurm', { End: '2026-08-31T00:00:00' }, 'ends before it starts'],
  ['slurm', { End: 'tomorrow' }, 'not a date'],
  ['slurm', { ElapsedRaw: '01:00:00' }, notNumber],
  ['slurm', { ElapsedRaw: '-5' }, 'below 0'],
  ['slurm', { ElapsedRaw: '1.5' }, 'not a whole number'],
  ['slurm', { ElapsedRaw: '9999999999' }, 'longer than a hundred years'],
  ['slurm', { End: 'Unknown', ElapsedRaw: '' }, 'no date'],
  ['slurm', { AllocTRES: 'four GPUs' }, 'not a list of resources'],
  ['slurm', { AllocTRES: 'gres/gpu=x' }, 'not a list of resources'],
  ['slurm', { AllocTRES: 'gres/gpu=-4' }, 'not a list of resources'],
  ['slurm', { AllocTRES: 'gres/gpu=99999999999' }, 'not a list of resources'],
  ['slurm', { AllocTRES: 'gres/gpu=1000001' }, 'not a number of GPUs'],
  ['slurm', { NodeList: 'node[01-' }, 'not a list of nodes'],
  ['slurm', { NodeList: 'node[2-1]' }, 'not a list of nodes'],
  ['slurm', { NodeList: 'node[a-b]' }, 'not a list of nodes'],
  ['slurm', { NodeList: 'node[1-999999999]' }, 'not a list of nodes'],
  ['slurm', { NodeList: 'a,,b' }, 'not a list of nodes'],
  ['dcgm', { timestamp: '' }, 'no date'],
  ['dcgm', { timestamp: 'now' }, 'not a date'],
  ['dcgm', { timestamp: '99999999999999999999' }, 'not a date'],
  ['dcgm', { metric: '' }, 'no metric'],
  ['dcgm', { value: '' }, 'no value'],
  ['dcgm', { value: '1.2' }, 'not between 0 and 1'],
  ['dcgm', { value: '-0.5' }, 'below 0'],
  ['dcgm', { value: 'NaN' }, finite],
  ['dcgm', { Hostname: '' }, 'no host'],
  ['dcgm', { UUID: '' }, 'no GPU'],
  ['dcgm', { GPU_I_ID: '1', GPU_I_PROFILE: '' }, 'without its profile'],
  ['dcgm', { GPU_I_ID: '1', GPU_I_PROFILE: 'half' }, 'not a MIG profile'],
  ['dcgm', { modelName: 'T4', GPU_I_PROFILE: '1g.10gb' }, 'does not say how many MIG slices'],
  ['dcgm-wide', { DCGM_FI_PROF_GR_ENGINE_ACTIVE: '50' }, 'not between 0 and 1'],
  ['dcgm-wide', { DCGM_FI_DEV_GPU_UTIL: '101' }, 'not between 0 and 100'],
  ['dcgm-wide', { DCGM_FI_DEV_FB_USED: 'full' }, notNumber],
  ['opencost-csv', { Date: '01.09.2026' }, 'not a date'],
  ['opencost-csv', { GPUs: '' }, 'no number of GPUs'],
  ['opencost-csv', { GPUs: '-2' }, 'below 0'],
  ['opencost-csv', { Pod: '' }, 'no pod'],
  ['litellm', { request_id: '' }, 'no request id'],
  ['litellm', { startTime: 'soon' }, 'not a date'],
  ['litellm', { endTime: '2026-09-01T09:00:00.000Z' }, 'ends before it starts'],
  ['litellm', { prompt_tokens: '-1' }, 'below 0'],
  ['litellm', { completion_tokens: '1.5' }, 'not a whole number'],
  ['langfuse', { id: '' }, 'no id'],
  ['langfuse', { startTime: '' }, 'no date'],
  ['langfuse', { usageDetails: '{"input":' }, 'not an object of counts'],
  ['langfuse', { usageDetails: '[1,2]' }, 'not an object of counts'],
  ['langfuse', { usageDetails: '{"input":-4}' }, 'below 0'],
  ['langfuse', { usageDetails: '{"input":-5,"input_cached_tokens":10}' }, 'below 0'],
  ['langfuse', { usageDetails: '{"input":"many","output":5}' }, 'not an object of counts'],
  ['openai-usage', { start_time: '2026-09-31' }, 'not a date'],
  ['openai-usage', { end_time: '1788220799' }, 'ends before it starts'],
  ['openai-usage', { input_tokens: '1,000' }, 'thousands separators'],
  ['openai-usage', { num_model_requests: 'five' }, notNumber],
  ['anthropic-usage', { ending_at: '' }, 'no date'],
  ['anthropic-usage', { cache_read_input_tokens: '-1' }, 'below 0'],
  ['anthropic-usage', { output_tokens: '0.5' }, 'not a whole number'],
  ['alibaba-gpu-2023', { name: '' }, 'no name'],
  ['alibaba-gpu-2023', { num_gpu: '' }, 'no number of GPUs'],
  ['alibaba-gpu-2023', { num_gpu: '1.5' }, 'not a whole number'],
  ['alibaba-gpu-2023', { gpu_milli: '1001' }, 'not between 0 and 1000'],
  ['alibaba-gpu-2023', { scheduled_time: '100', deletion_time: '50' }, 'ends before it starts'],
  ['alibaba-gpu-2023', { deletion_time: '' }, 'no end'],
  ['alibaba-gpu-2023', { deletion_time: '9999999999' }, 'longer than a hundred years'],
]

const text = (name: string, bytes: string, place: Place, answers: Record<string, string> = usageAnswers) => ({
  name,
  files: [{ name: 'usage.csv', bytes }],
  place,
  answers,
})
const slurm = goodUsage.slurm

const whole: readonly MalformedCase[] = [
  text(
    'slurm: a zone that is none',
    usageCsv([slurm]),
    { code: 'answer', column: 'zone', value: 'Middle/Earth' },
    { zone: 'Middle/Earth' },
  ),
  text(
    'slurm: times without a zone, and no answer',
    usageCsv([{ ...slurm, JobID: '8' }]),
    { code: 'needs_answer', says: 'zone' },
    {},
  ),
  text(
    'alibaba: no origin',
    usageCsv([{ ...goodUsage['alibaba-gpu-2023'], name: 'p' }]),
    { code: 'needs_answer', says: 'origin' },
    {},
  ),
  text(
    'alibaba: an origin that is no day of the calendar',
    usageCsv([{ ...goodUsage['alibaba-gpu-2023'], name: 'p' }]),
    { code: 'answer', column: 'origin', value: '2023-02-31' },
    { origin: '2023-02-31' },
  ),
  text('dcgm: one instant, and for how long is not said', usageCsv([goodUsage.dcgm]), {
    code: 'needs_answer',
    says: 'one instant',
  }),
  text('slurm: steps alone', usageCsv([{ ...slurm, JobID: '101.batch' }]), { code: 'no_records', says: 'steps' }),
  text('slurm: jobs that never started alone', usageCsv([{ ...slurm, Start: 'Unknown' }]), { code: 'no_records' }),
  text('slurm: a header alone', usageCsv([slurm]).split('\n').slice(0, 1).join(''), { code: 'no_rows' }),
  text(
    'generic: a row with a field too many',
    `${usageCsv([goodUsage['usage-generic']])}1,2,3,4,5,6,7,8,9,10,11,12,13,14\n`,
    {
      row: 3,
      says: 'fields',
    },
  ),
  text('generic: money in it', 'start,resource,gpus,cost\n2026-09-01,n,1,5\n', { code: 'no_format', row: 1 }),
  text(
    'dcgm: metrics that are not read alone',
    usageCsv([
      { ...goodUsage.dcgm, metric: 'DCGM_FI_DEV_POWER_USAGE' },
      { ...goodUsage.dcgm, timestamp: '2026-09-03T01:00:00Z', metric: 'up' },
    ]),
    {
      code: 'no_records',
      says: 'metrics that are not read',
    },
  ),
  text('opencost: no GPU anywhere', usageCsv([{ ...goodUsage['opencost-csv'], GPUs: '0' }]), { code: 'no_records' }),
]

/** Every case; the bad row of those about a cell is row 3. */
export const malformedUsage: readonly MalformedCase[] = [
  ...badCells.map(([format, cells, says]) => bad(format, cells, says)),
  ...whole,
  ...malformedUsageJson,
]
