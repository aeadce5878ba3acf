const SLOTS = 10

/**
 * Colour slots 1..10 for the values on screen. `ranked` lists every value of the dimension by cost over all data, so that the order, and
 * with it the colour, is the same on every page and for every filter. Beyond ten values the slots repeat; when two values on screen
 * share one, the better ranked keeps it and the other takes the next that is free.
 */
export function colorSlots(ranked: readonly string[], shown: readonly string[]): Map<string, number> {
  const rank = new Map(ranked.map((key, at) => [key, at]))
  const unranked = shown.filter((key) => !rank.has(key)).sort()
  for (const key of unranked) rank.set(key, rank.size)
  const inOrder = [...new Set(shown)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  const slots = new Map<string, number>()
  const taken = new Set<number>()
  for (const key of inOrder) {
    let slot = (rank.get(key) ?? 0) % SLOTS
    for (let tries = 0; taken.has(slot) && tries < SLOTS; tries++) slot = (slot + 1) % SLOTS
    taken.add(slot)
    slots.set(key, slot + 1)
  }
  return slots
}
