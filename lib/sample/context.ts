import type { Day } from '@/lib/core/period.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { Noise } from '@/lib/sample/noise.ts'

/** The seed of the published figures. */
export const defaultSeed = 20261120

/** What every part of the generator needs to know. */
export type SampleContext = { until: Day; scale: number; noise: Noise }

/** One billing month; the last one ends with the last day of the sample. */
export type SampleMonth = { month: string; days: SampleDay[] }

/** First day of a month and the first day after what is billed of it so far. */
export function billedSpan(month: SampleMonth): { from: Day; to: Day } {
  const from = month.days[0]?.date ?? ''
  const to = month.days.at(-1)?.next ?? ''
  return { from, to }
}
