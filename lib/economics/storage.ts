import { atLeast, positive } from './checked.ts'

/** What moving bytes to a colder class saves a month: difference of prices less what is read back. */
export function coldStorageSaving(
  gb: number,
  hotPerGbMonth: number,
  coldPerGbMonth: number,
  readGb: number,
  readPerGb: number,
): number {
  return (
    atLeast(0, gb, 'GB') * (atLeast(0, hotPerGbMonth, 'price') - atLeast(0, coldPerGbMonth, 'cold price')) -
    atLeast(0, readGb, 'GB read') * atLeast(0, readPerGb, 'price of reading')
  )
}

/** Size of a checkpoint in GB: parameters in billions x bytes for each (about 16 with full Adam state, 2 for BF16 weights alone). */
export function checkpointGb(paramsB: number, bytesPerParameter: number): number {
  return positive(paramsB, 'parameters') * positive(bytesPerParameter, 'bytes')
}
