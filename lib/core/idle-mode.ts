/**
 * Where the cost of idle GPU time goes: a line of its own; to those who held GPUs of the same machine that day, by hours held; or to an owner
 * (held idle: who held it; not held: whom the machine belongs to). The total is the same in all three.
 */
export const idleModes = ['separate', 'shared', 'owner'] as const
export type IdleMode = (typeof idleModes)[number]

/** The number of a mode in the column idle_mode; rows of 0 count in every mode. */
export const idleModeNumber: Record<IdleMode, number> = { separate: 1, shared: 2, owner: 3 }

/** Whether text names a mode. */
export function isIdleMode(text: string | null | undefined): text is IdleMode {
  return (idleModes as readonly (string | null | undefined)[]).includes(text)
}
