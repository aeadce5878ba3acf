import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { captioningEndedAgo } from '@/lib/sample/story.ts'
import type { WatchedFleet } from '@/lib/sample/usage/machines.ts'
import { startOf } from '@/lib/sample/usage/running-time.ts'
import type { Job } from '@/lib/sample/usage/training-job.ts'
import { trainingJobs } from '@/lib/sample/usage/training-jobs.ts'

/** An hour of one GPU. */
export type GpuHour = { watched: WatchedFleet; node: number; gpu: number; day: SampleDay; hour: number }

/** How busy a GPU was in an hour, 0 to 1. */
export type Busy = (at: GpuHour, ctx: SampleContext) => number

/** A random number in [0, 1) of a GPU and hour. */
function roll({ watched, node, gpu, day, hour }: GpuHour, ctx: SampleContext): number {
  return ctx.noise(`busy ${watched.fleet.id} ${node} ${gpu} ${day.date} ${hour}`)
}

/** 0 in the small hours, 1 in the afternoon (UTC). */
const daylight = (hour: number) => Math.max(0, Math.sin(((hour - 5) / 17) * Math.PI))

/** A model that answers people: `night` to `day`, less at weekends, up to 0.05 around it. */
export const serving =
  (night: number, day: number): Busy =>
  (at, ctx) => {
    const people = daylight(at.hour) * (at.day.weekday < 5 ? 1 : 0.7)
    return Math.max(0.002, night + (day - night) * people + (roll(at, ctx) - 0.5) * Math.min(0.1, night))
  }

/** Whether people work: Monday to Friday, 8:00 to 20:00 UTC. */
export const isWorkHour = (day: SampleDay, hour: number): boolean => day.weekday < 5 && hour >= 8 && hour < 20

/** A notebook that stays on: at most 2% outside working hours, 8% and more within. */
export const notebook: Busy = (at, ctx) =>
  isWorkHour(at.day, at.hour) ? 0.08 + 0.6 * roll(at, ctx) ** 2 : 0.02 * roll(at, ctx)

/** The reserved node of the project that ended. */
export const captioning: Busy = (at, ctx) =>
  at.day.ago > captioningEndedAgo ? 0.35 + 0.4 * roll(at, ctx) : 0.016 * roll(at, ctx) ** 2

const HANGING = 3 * 3600

/** The jobs of each host. */
function jobsByHost(ctx: SampleContext): Map<string, Job[]> {
  const found = new Map<string, Job[]>()
  for (const job of trainingJobs(ctx)) {
    for (const host of job.hosts) found.set(host, [...(found.get(host) ?? []), job])
  }
  return found
}

/** A node of a scheduler: busy while a job holds it, but not in the last three hours of one that failed: it hung until it was ended. */
export function training(ctx: SampleContext): Busy {
  const byHost = jobsByHost(ctx)
  return (at) => {
    const from = startOf(at.day.date) + at.hour * 3600
    let busy = 0
    for (const job of byHost.get(at.watched.host(at.node)) ?? []) {
      const end = job.state === 'FAILED' ? job.to - HANGING : job.to
      busy += Math.max(0, Math.min(end, from + 3600) - Math.max(job.from, from)) / 3600
    }
    return busy * (0.84 + 0.13 * roll(at, ctx)) + 0.003 * roll(at, ctx)
  }
}
