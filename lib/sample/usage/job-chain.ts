import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { SECONDS_PER_DAY, startOf } from '@/lib/sample/usage/running-time.ts'
import type { Job, JobState, Partition } from '@/lib/sample/usage/training-job.ts'
import { personFor } from '@/lib/sample/usage/training-job.ts'

const QUARTER = 900
const LONGEST = 48 * 4

type Attempt = { state: JobState; quarters: number; pause: number }

/** How one attempt of a long run ends, for how long it ran and when the next one starts. */
function attempt(key: string, ctx: SampleContext): Attempt {
  const roll = ctx.noise(`${key} end`)
  const share = ctx.noise(`${key} length`)
  const pause = 1 + Math.floor(ctx.noise(`${key} pause`) * 5)
  if (roll < 0.1) return { state: 'NODE_FAIL', quarters: 12 + Math.floor(share * 100), pause: pause + 6 }
  if (roll < 0.3) return { state: 'FAILED', quarters: 24 + Math.floor(share * 60), pause: pause + 4 }
  if (roll < 0.7) return { state: 'TIMEOUT', quarters: LONGEST, pause }
  return { state: 'COMPLETED', quarters: 80 + Math.floor(share * 100), pause }
}

/** A training run as its jobs: one after the other from checkpoint to checkpoint, with pauses, some of them failed. */
export function* chainOfJobs(
  at: Partition,
  run: string,
  hosts: readonly string[],
  days: readonly SampleDay[],
  ctx: SampleContext,
): Generator<Job> {
  const last = days.at(-1)
  let from = startOf(days[0]?.date ?? '') + 2 * QUARTER
  const end = startOf(last?.date ?? '') + SECONDS_PER_DAY
  const person = personFor(run, ctx)
  const gpus = hosts.length * (at.fleets[0]?.gpus ?? 0)
  for (let nth = 1; from < end; nth++) {
    const { state, quarters, pause } = attempt(`job ${at.partition} ${run} ${nth}`, ctx)
    const to = Math.min(end, from + quarters * QUARTER)
    const cut = last?.ago === 0 ? 'RUNNING' : 'COMPLETED'
    yield { at, name: run, person, state: to === end ? cut : state, hosts, gpus, from, to }
    from = to + pause * QUARTER
  }
}
