import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { modelFlopsUtilisation } from '@/lib/economics/training.ts'
import type { Facts } from '../facts/facts.ts'
import type { Attempt, Run } from '../facts/workloads.ts'
import type { Draft } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { figure, money, percent } from '../wording.ts'
import { costOf } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'waste',
    label: 'Cost lost with failed attempts from',
    unit: 'share',
    default: 0.1,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'goodput',
    label: 'Goodput below',
    unit: 'share',
    default: 0.85,
    min: 0,
    max: 1,
    source: 'chosen for this product; Llama 3 405B had over 90%',
  },
  {
    id: 'goodput-large',
    label: 'Goodput below, above 512 GPUs',
    unit: 'share',
    default: 0.9,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'mfu',
    label: 'MFU in dense BF16 below',
    unit: 'share',
    default: 0.25,
    min: 0,
    max: 1,
    source: 'published runs have 28 to 51% (docs/unit-economics.md)',
  },
  {
    id: 'avoidable',
    label: 'Part of the waste that can be avoided',
    unit: 'share',
    default: 0.5,
    min: 0,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
  },
]

const hoursBetween = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 3_600_000)

/** GPU hours of an attempt since its last good checkpoint, where it failed or was killed; early stopping is no waste. */
export function lostGpuHours({ state, start, end, lastCheckpoint, gpuHours }: Attempt): number {
  if (gpuHours === null || !/^(failed|killed|node_fail|timeout|out_of_memory|preempted)/.test(state ?? '')) return 0
  const length = hoursBetween(start, end)
  const lost = lastCheckpoint === null ? length : Math.min(length, hoursBetween(lastCheckpoint, end))
  return length > 0 ? (gpuHours * lost) / length : 0
}

/** R18: failed attempts, low goodput and low MFU of training runs. */
export const trainingWaste: Rule = {
  id: 'training-waste',
  number: 'R18',
  title: 'Training waste',
  lever: 'training',
  parameters,
  find(facts, values, keyOf) {
    const recent = facts.runs.filter(
      (run) => (run.attempts.at(-1)?.end.slice(0, 10) ?? '') >= facts.window.from && run.kind !== 'batch',
    )
    return {
      drafts: recent.flatMap((run) =>
        draftOf(run, facts, (id) => values(id, keyOf('workload', run.key, run.currency ?? ''))),
      ),
      missing: [],
    }
  },
}

function draftOf(run: Run, facts: Facts, value: (id: string) => number): Draft[] {
  const { gpuHours, cost, currency } = run
  if (gpuHours === null || gpuHours <= 0 || cost === null || currency === null) return []
  const lost = run.attempts.reduce((sum, attempt) => sum + lostGpuHours(attempt), 0)
  const wall = run.attempts.reduce((sum, { start, end }) => sum + hoursBetween(start, end), 0)
  const useful = run.attempts.every(({ usefulHours }) => usefulHours !== null)
    ? run.attempts.reduce((sum, { usefulHours }) => sum + (usefulHours ?? 0), 0)
    : null
  const goodput = useful !== null && wall > 0 ? useful / wall : null
  const leastGoodput = (run.gpus ?? 0) > 512 ? value('goodput-large') : value('goodput')
  const mfu = mfuOf(run)
  const wasted = lost / gpuHours > value('waste')
  const slow = goodput !== null && goodput < leastGoodput
  if (wasted || slow) {
    const part = wasted ? lost / gpuHours : 1 - (goodput ?? 1)
    const items = run.items.flatMap((key) => facts.items[key] ?? []).filter((item) => item.currency === currency)
    const inWindow = partInWindow(run, facts) * part * Number(cost)
    const share = items.length ? Math.min(1, (inWindow * value('avoidable')) / Math.max(1e-9, costOf(items))) : 0
    return [
      draft(run, { part, lost, goodput, mfu, share, avoidable: value('avoidable') }, wasted ? 'failed' : 'goodput'),
    ]
  }
  if (mfu === null || mfu >= value('mfu')) return []
  return [
    {
      ...draft(run, { part: 0, lost, goodput, mfu, share: 0, avoidable: 0 }, 'mfu'),
      grade: 'D',
      gradeReason: 'a signal: how much of it can be gained is not known',
      claims: [],
      size: { amount: (Number(cost) * (1 - mfu / 0.35)).toFixed(2), currency },
    },
  ]
}

/** Of the run's GPU hours, the part in the window. */
function partInWindow(run: Run, { window }: Facts): number {
  const all = run.attempts.reduce((sum, { gpuHours }) => sum + (gpuHours ?? 0), 0)
  const within = run.attempts.reduce((sum, { start, end, gpuHours }) => {
    const [from] = [start, window.from].sort().slice(-1)
    const [to] = [end, window.to].sort()
    return sum + (gpuHours ?? 0) * (hoursBetween(from ?? start, to ?? end) / Math.max(1e-9, hoursBetween(start, end)))
  }, 0)
  return all > 0 ? Math.min(1, within / all) : 0
}

/** MFU over all attempts by the dense BF16 peak; null where parameters, tokens or the class are not known, or another precision is used. */
export function mfuOf({ paramsB, attempts, gpuHours, gpuClass: id, precision }: Run): number | null {
  const tokens = attempts.every(({ tokensB }) => tokensB !== null)
    ? attempts.reduce((sum, { tokensB }) => sum + (tokensB ?? 0), 0)
    : null
  const peak = gpuClass(id ?? '')?.fp16DenseTflops ?? null
  if (
    paramsB === null ||
    tokens === null ||
    tokens <= 0 ||
    gpuHours === null ||
    gpuHours <= 0 ||
    peak === null ||
    (precision !== null && precision !== 'bf16')
  )
    return null
  return modelFlopsUtilisation(paramsB, tokens / 1000, gpuHours, peak)
}

type Waste = {
  part: number
  lost: number
  goodput: number | null
  mfu: number | null
  share: number
  avoidable: number
}

function draft(
  run: Run,
  { part, lost, goodput, mfu, share, avoidable }: Waste,
  why: 'failed' | 'goodput' | 'mfu',
): Draft {
  const cost = Number(run.cost)
  const currency = run.currency ?? ''
  const sentences = {
    failed: `${run.run} lost ${percent(part)} of its GPU hours with attempts that failed after their last checkpoint: save more often and restart on its own.`,
    goodput: `${run.run} made steps in ${percent(goodput ?? 0)} of its time: look at restarts, data loading and checkpoints.`,
    mfu: `${run.run} reached ${percent(mfu ?? 0)} of the peak: published runs of this kind reach 28 to 51%.`,
  }
  return {
    subject: { kind: 'workload', id: run.key, name: run.run },
    step: 'waste',
    grade: 'C',
    gradeReason: 'the waste is measured; that half of it can be avoided is assumed',
    claims: share > 0 ? run.items.map((item) => ({ item, share, expected: share })) : [],
    sentence: sentences[why],
    calculation: [
      { label: 'GPU hours of the run', formula: 'job records', value: figure(run.gpuHours ?? 0) },
      { label: 'Cost of the run', formula: 'GPU hours x what the project paid for one', value: money(cost, currency) },
      {
        label: 'Lost after the last checkpoint',
        formula: 'failed and killed attempts',
        value: `${figure(lost)} GPU hours`,
      },
      {
        label: 'Goodput',
        formula: 'useful / allocated time',
        value: goodput === null ? 'not stated' : percent(goodput),
      },
      { label: 'MFU', formula: '6 N T / (GPU seconds x peak)', value: mfu === null ? 'not known' : percent(mfu) },
      {
        label: 'Saved at most',
        formula: `waste x ${percent(avoidable)}, of what it cost in the last 30 days`,
        value: money(cost * part * avoidable, currency),
      },
    ],
    evidence: [
      { label: 'Run', value: run.run, link: { to: 'workload', id: run.run } },
      ...run.attempts.map((attempt, index) => ({
        label: `Attempt ${index + 1}`,
        value: attempt.state ?? 'state not stated',
        note: `${attempt.start} to ${attempt.end}, ${figure(lostGpuHours(attempt))} GPU hours lost`,
      })),
    ],
    assumptions: why === 'mfu' ? [] : ['avoidable'],
    risks: [
      'An attempt that was stopped early on purpose is no waste, if its state says so.',
      'Recomputation makes hardware work more than MFU shows.',
      'The peak must fit the precision: sparse ratings double it.',
    ],
    actions: [
      'Save checkpoints at the interval that costs least',
      'Restart automatically, and drain bad nodes',
      'Profile a step',
    ],
    effort: 'medium',
    oneTimeCost: '0',
    uses: { runs: [run.key], machines: run.items },
    measuredBy: 'project',
  }
}
