import { activeRun } from '@/lib/sample/activity.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import { sampleDays } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { longContextRuns, posttrainRuns, pretrainRuns } from '@/lib/sample/story.ts'
import { chainOfJobs } from '@/lib/sample/usage/job-chain.ts'
import { onAws, onNebius } from '@/lib/sample/usage/machines.ts'
import type { Span } from '@/lib/sample/usage/running-time.ts'
import { nodeSpans, SECONDS_PER_DAY } from '@/lib/sample/usage/running-time.ts'
import type { Job, Partition } from '@/lib/sample/usage/training-job.ts'
import { personFor } from '@/lib/sample/usage/training-job.ts'

export const partitions: readonly Partition[] = [
  {
    cluster: 'atlas',
    partition: 'p5',
    team: 'foundation-models',
    model: 'atlas-70b',
    gpuType: 'h100',
    fleets: [onAws('atlas-committed', 8), onAws('atlas-burst', 8)],
    run: (day) => activeRun(pretrainRuns, day),
  },
  {
    cluster: 'posttrain',
    partition: 'h200',
    team: 'foundation-models',
    model: 'atlas-70b-it',
    gpuType: 'h200',
    fleets: [onNebius('posttrain-reserved', 8), onNebius('posttrain-burst', 8)],
    run: (day) => activeRun(posttrainRuns, day),
  },
  {
    cluster: 'posttrain',
    partition: 'b200',
    team: 'foundation-models',
    model: 'atlas-70b',
    gpuType: 'b200',
    fleets: [onNebius('b200-trial', 8)],
    run: (day) => activeRun(pretrainRuns, day) ?? activeRun(longContextRuns, day),
  },
]

const QUARTER = 900
/** Days in a row with the same training run, or without one. */
function episodes(at: Partition, days: readonly SampleDay[]): { run: string | null; days: SampleDay[] }[] {
  const found: { run: string | null; days: SampleDay[] }[] = []
  for (const day of days) {
    const run = at.run(day)
    const last = found.at(-1)
    if (last && last.run === run) last.days.push(day)
    else found.push({ run, days: [day] })
  }
  return found
}

/** One experiment on one node for most of the time that it ran on a day; now and then nobody takes the node. */
function experiment(at: Partition, host: string, gpus: number, ran: Span, name: string, ctx: SampleContext): Job[] {
  const key = `experiment ${name} ${host} ${ran.from}`
  const quarters = Math.floor((ran.to - ran.from) / QUARTER)
  const weekend = [0, 6].includes(new Date(ran.from * 1000).getUTCDay())
  if (quarters < 6 || ctx.noise(`${key} taken`) < (weekend ? 0.4 : 0.08)) return []
  const wait = Math.floor(ctx.noise(`${key} wait`) * Math.min(8, quarters / 4))
  const length = Math.max(1, Math.floor((quarters - wait) * (0.6 + 0.38 * ctx.noise(`${key} length`))))
  const from = ran.from + wait * QUARTER
  const state = ctx.noise(`${key} state`) < 0.1 ? 'FAILED' : 'COMPLETED'
  return [{ at, name, person: personFor(key, ctx), state, hosts: [host], gpus, from, to: from + length * QUARTER }]
}

function* jobsOf(at: Partition, days: readonly SampleDay[], ctx: SampleContext): Generator<Job> {
  for (const { run, days: episode } of episodes(at, days)) {
    const ran = episode.map((day) => at.fleets.map(({ fleet }) => nodeSpans(fleet, day, ctx)))
    const whole = new Set<string>()
    for (const [index, { fleet, host }] of at.fleets.entries()) {
      for (let node = 0; run !== null && node < fleet.nodes; node++) {
        const spans = ran.map((byFleet) => byFleet[index]?.get(node))
        if (spans.every((span) => span && span.to - span.from === SECONDS_PER_DAY)) whole.add(host(node))
      }
    }
    if (run !== null && whole.size > 0) yield* chainOfJobs(at, run, [...whole], episode, ctx)
    for (const byFleet of ran) {
      for (const [index, { host, gpus }] of at.fleets.entries()) {
        for (const [node, span] of byFleet[index] ?? []) {
          const name = run === null ? `ablation-${node + 1}` : `${run}-sweep`
          if (!whole.has(host(node))) yield* experiment(at, host(node), gpus, span, name, ctx)
        }
      }
    }
  }
}

/** Every training job of the 13 months, by partition and start. Jobs hold nodes only while the bill charges them. */
export function trainingJobs(ctx: SampleContext): Job[] {
  const days = sampleDays(ctx.until)
  return partitions.flatMap((at) => [...jobsOf(at, days, ctx)].sort((a, b) => a.from - b.from))
}
