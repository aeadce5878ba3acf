import type { Activity } from '@/lib/sample/activity.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, steps, times } from '@/lib/sample/decimal.ts'
import type { Noise } from '@/lib/sample/noise.ts'

/** Anything that is billed by quantity and is not a machine: storage, traffic, tokens, databases. */
export type Metered = {
  id: string
  /** Price of one unit, in the currency of the bill. */
  rate: string
  /** About what it costs a day: the quantity follows from it. */
  costPerDay: Activity
  jitter: number
  /** Digits of the quantity after the point. */
  digits: number
}

/** The quantity used on a day. */
export function meteredQuantity(meter: Metered, day: SampleDay, noise: Noise): Decimal {
  const wobble = 1 + (noise(`metered ${meter.id} ${day.date}`) - 0.5) * 2 * meter.jitter
  const quantity = (meter.costPerDay(day) * wobble) / Number(meter.rate)
  return steps(Math.round(quantity * 10 ** meter.digits), meter.digits)
}

/** Quantity x rate, exactly. */
export function meteredCost(meter: Metered, day: SampleDay, noise: Noise): Decimal {
  return times(meteredQuantity(meter, day, noise), decimal(meter.rate))
}
