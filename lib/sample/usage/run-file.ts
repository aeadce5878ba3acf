import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { CsvLine } from '@/lib/sample/csv-file.ts'
import { clockText } from '@/lib/sample/usage/running-time.ts'
import type { Job } from '@/lib/sample/usage/training-job.ts'
import { trainingJobs } from '@/lib/sample/usage/training-jobs.ts'

export const runColumns = [
  'run',
  'attempt',
  'start',
  'end',
  'team',
  'project',
  'model',
  'person',
  'kind',
  'state',
  'gpus',
  'gpu_class',
  'params_b',
  'tokens_b',
  'steps',
  'checkpoint_interval_h',
  'checkpoint_write_h',
  'restart_h',
  'last_checkpoint',
  'useful_h',
  'restartable',
  'precision',
] as const

const PARAMS_B = 70
const states = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  NODE_FAIL: 'failed',
  TIMEOUT: 'killed',
  RUNNING: 'running',
} as const
const classes: Record<string, string> = { h100: 'H100-SXM-80GB', h200: 'H200', b200: 'B200' }
const projectOf: Record<string, string> = { 'atlas-70b': 'atlas-pretrain', 'atlas-70b-it': 'atlas-posttrain' }

/** Every job of a training run as an attempt of it: what trainers log and schedulers do not say. */
export function* runRows(ctx: SampleContext): Generator<CsvLine<(typeof runColumns)[number]>> {
  const attempts = new Map<string, number>()
  for (const job of trainingJobs(ctx).filter(({ name }) => /^(atlas-r|sft|dpo|grpo|longctx)[-\d]*$/.test(name))) {
    const key = `${job.at.partition} ${job.name}`
    const attempt = (attempts.get(key) ?? 0) + 1
    attempts.set(key, attempt)
    yield [line(job, attempt, ctx)]
  }
}

function line(job: Job, attempt: number, ctx: SampleContext): Record<(typeof runColumns)[number], string> {
  const { at, from, to } = job
  const hours = (to - from) / 3600
  const entry = gpuClass(classes[at.gpuType] ?? '')
  // The last three hours of one that failed hung (busy-hours.ts); a node that went away took the work since the last checkpoint.
  const lost = Math.min(hours, job.state === 'FAILED' ? 3.2 : job.state === 'NODE_FAIL' ? 0.4 : 0.1)
  const useful = Math.max(0, (hours - lost) * (0.95 + 0.03 * ctx.noise(`useful ${job.name} ${attempt}`)))
  const mfu = 0.36 + 0.05 * ctx.noise(`mfu ${job.name}`)
  const tokens = (mfu * job.gpus * useful * 3600 * (entry?.fp16DenseTflops ?? 0) * 1e12) / (6 * PARAMS_B * 1e9) / 1e9
  return {
    run: at.partition === 'b200' ? `${job.name}-b200` : job.name,
    attempt: String(attempt),
    start: `${clockText(from)}Z`,
    end: `${clockText(to)}Z`,
    team: at.team,
    project: projectOf[at.model] ?? '',
    model: at.model,
    person: job.person,
    kind: 'training',
    state: states[job.state],
    gpus: String(job.gpus),
    gpu_class: entry?.id ?? '',
    params_b: String(PARAMS_B),
    tokens_b: tokens.toFixed(3),
    steps: String(Math.round(tokens * 240)),
    checkpoint_interval_h: '0.5',
    checkpoint_write_h: '0.0111',
    restart_h: '0.25',
    last_checkpoint: `${clockText(to - Math.round(lost * 3600))}Z`,
    useful_h: useful.toFixed(2),
    restartable: 'true',
    precision: 'bf16',
  }
}
