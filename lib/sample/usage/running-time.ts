import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { Fleet } from '@/lib/sample/fleet.ts'
import { nodeDays, slotsOf } from '@/lib/sample/fleet.ts'

export const SECONDS_PER_DAY = 86_400
const SECONDS_PER_STEP = 9

/** From when to when something ran, in seconds since 1970 UTC, half-open. */
export type Span = { from: number; to: number }

/** When a day starts, in seconds since 1970 UTC. */
export function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000
}

/** `2026-11-20T13:00:00`, in UTC. */
export function clockText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19)
}

/** When each node of a fleet ran on a day: the same hours that the bill charges. */
export function nodeSpans(fleet: Fleet<string>, day: SampleDay, ctx: SampleContext): Map<number, Span> {
  const spans = new Map<number, Span>()
  for (const { node, steps } of nodeDays(fleet, day, ctx.noise)) {
    const from = startOf(day.date) + (slotsOf(steps, true)[0]?.hour ?? 0) * 3600
    spans.set(node, { from, to: from + steps * SECONDS_PER_STEP })
  }
  return spans
}
