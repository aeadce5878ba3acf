import { atLeast } from './checked.ts'

export const HOURS_PER_WEEK = 168

/** The part of cost that is saved when a machine that runs around the clock is kept on for so many hours of the week. */
export function scheduleSaving(keptHoursOfWeek: number): number {
  const kept = atLeast(0, keptHoursOfWeek, 'hours kept')
  if (kept > HOURS_PER_WEEK) throw new RangeError(`a week has ${HOURS_PER_WEEK} hours, not ${kept}`)
  return (HOURS_PER_WEEK - kept) / HOURS_PER_WEEK
}

/** The same as an amount a month, of a machine at a price for an hour: price x (168 - kept) x 52 / 12. */
export function monthlyScheduleSaving(pricePerHour: number, keptHoursOfWeek: number): number {
  return (atLeast(0, pricePerHour, 'price') * scheduleSaving(keptHoursOfWeek) * HOURS_PER_WEEK * 52) / 12
}
