import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import { reservation, savingsPlans } from '@/lib/sample/aws/commitments.ts'
import { awsOnDemandRate } from '@/lib/sample/aws/rates.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import { sampleDays } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, steps, sum, times, toText } from '@/lib/sample/decimal.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import { captioningEndedAgo } from '@/lib/sample/story.ts'
import { isWorkHour } from '@/lib/sample/usage/busy-hours.ts'
import { onAws } from '@/lib/sample/usage/machines.ts'
import { nodeSpans, startOf } from '@/lib/sample/usage/running-time.ts'
import { trainingJobs } from '@/lib/sample/usage/training-jobs.ts'

export type EvidenceId = 'idle-reserved-node' | 'notebooks-at-night' | 'committed-between-jobs'

/** GPU hours on the bills that the usage files show to have done nothing, and what they cost. */
export type Evidence = {
  id: EvidenceId
  state: 'held-idle' | 'not-held'
  /** What the telemetry calls the machines. */
  hosts: string[]
  /** Half-open. */
  period: { from: Day; to: Day }
  gpuHours: string
  currency: 'USD'
  size: string
}

const hosts = (id: string, gpus: number) => {
  const watched = onAws(id, gpus)
  return Array.from({ length: watched.fleet.nodes }, (_, node) => watched.host(node))
}

const seconds = (count: number): Decimal => steps((count / 9) * 25, 4)

/** Hours that the two committed training nodes were billed and no job held them, by day. */
function unheldHours(ctx: SampleContext): (day: SampleDay) => Decimal {
  const watched = onAws('atlas-committed', 8)
  const jobs = trainingJobs(ctx).flatMap((job) => job.hosts.map((host) => ({ host, from: job.from, to: job.to })))
  return (day) => {
    const [from, to] = [startOf(day.date), startOf(day.next)]
    const unheld = [...nodeSpans(watched.fleet, day, ctx)].map(([node, span]) => {
      const mine = jobs.filter(({ host }) => host === watched.host(node))
      const held = mine.map((job) => Math.max(0, Math.min(job.to, to) - Math.max(job.from, from)))
      return span.to - span.from - held.reduce((total, part) => total + part, 0)
    })
    return sum(unheld.map(seconds))
  }
}

/** What the usage files show, with exact sizes for an `until` and seed. `committed-between-jobs` is the 59 days before the last. */
export function usageEvidence(until: Day, seed: number = defaultSeed): Evidence[] {
  const ctx: SampleContext = { until, scale: 1, noise: createNoise(seed) }
  const days = sampleDays(until)
  const evidence = (
    id: EvidenceId,
    state: Evidence['state'],
    [fleet, gpus]: [string, number],
    [start, end]: [number, number],
    hoursOn: (day: SampleDay) => Decimal,
    rateOn: (day: SampleDay) => Decimal,
  ): Evidence => {
    const within = days.filter((day) => day.ago <= start && day.ago >= end)
    return {
      id,
      state,
      hosts: hosts(fleet, gpus),
      period: { from: addDays(until, -start), to: addDays(until, 1 - end) },
      gpuHours: toText(times(sum(within.map(hoursOn)), decimal(String(gpus)))),
      currency: 'USD',
      size: toText(sum(within.map((day) => times(hoursOn(day), rateOn(day))))),
    }
  }
  const night = (day: SampleDay) => {
    const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !isWorkHour(day, hour))
    return decimal(String(hours.length * onAws('notebook', 1).fleet.nodes))
  }
  return [
    evidence(
      'idle-reserved-node',
      'held-idle',
      ['caption-reserved', 8],
      [captioningEndedAgo, 0],
      () => decimal('24'),
      () => decimal(reservation.rate),
    ),
    evidence('notebooks-at-night', 'held-idle', ['notebook', 1], [29, 0], night, (day) =>
      awsOnDemandRate('g5.2xlarge', 'us-east-1', day),
    ),
    evidence('committed-between-jobs', 'not-held', ['atlas-committed', 8], [59, 1], unheldHours(ctx), () =>
      decimal(savingsPlans['sp-compute'].rate),
    ),
  ]
}
