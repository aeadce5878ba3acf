import { atLeast, positive, share } from './checked.ts'

/** Hours of a month in every formula here. */
export const HOURS_PER_MONTH = 730

/** What interruptions do to a checkpointed job. All in hours. */
export type Checkpointing = {
  writeHours: number
  intervalHours: number
  restartHours: number
  /** Mean time between interruptions of the whole job. */
  betweenInterruptionsHours: number
}

/**
 * The part of a job's time that checkpoints and interruptions cost: writes, and for each interruption half an interval again and a restart. Null above
 * 0.3, where the first-order formula no longer holds (Young 1974).
 */
export function checkpointOverhead(job: Checkpointing): number | null {
  const interval = positive(job.intervalHours, 'interval')
  const overhead =
    atLeast(0, job.writeHours, 'write') / interval +
    (interval / 2 + atLeast(0, job.restartHours, 'restart')) /
      positive(job.betweenInterruptionsHours, 'time between interruptions')
  return overhead < 0.3 ? overhead : null
}

/** The checkpoint interval with the least overhead, in hours: sqrt(2 x write x time between failures) (Young 1974). */
export function bestInterval(writeHours: number, betweenFailuresHours: number): number {
  return Math.sqrt(2 * positive(writeHours, 'write') * positive(betweenFailuresHours, 'time between failures'))
}

/** Mean hours between interruptions of one instance, from the part of instances that a month interrupts (0 to 1, exclusive). */
export function hoursBetweenInterruptions(interruptedPerMonth: number): number {
  const part = positive(interruptedPerMonth, 'part interrupted a month')
  if (part >= 1) throw new RangeError('part interrupted a month must be below 1')
  return HOURS_PER_MONTH / -Math.log(1 - part)
}

/** The part of on-demand cost that spot saves: 1 - (spot / on demand) / (1 - overhead). Below 0 where spot costs more. */
export function spotSaving(spotPrice: number, onDemandPrice: number, overhead: number): number {
  return (
    1 -
    atLeast(0, spotPrice, 'spot price') / positive(onDemandPrice, 'on-demand price') / (1 - share(overhead, 'overhead'))
  )
}

/** Price of an hour when the part `onSpot` of hours runs on spot and the rest falls back to on-demand. */
export function mixedPrice(onSpot: number, spotPrice: number, onDemandPrice: number): number {
  return share(onSpot, 'part on spot') * spotPrice + (1 - onSpot) * onDemandPrice
}
