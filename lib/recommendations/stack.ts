import type { Micro } from './amounts.ts'
import { micro, partOf } from './amounts.ts'
import type { Item } from './facts/facts.ts'
import type { Claim, Draft, Grade } from './finding.ts'
import { steps } from './finding.ts'
import { rangeOf } from './range.ts'

export type Ends = { low: Micro; expected: Micro; high: Micro }
/** A draft with its key and what it would save alone. */
export type Candidate = { key: string; draft: Draft; grade: Grade; saving: Ends; frees: Micro }
export type Stacked = { counted: Ends; replaces: string[]; replacedBy: string[] }

const ends = ['low', 'expected', 'high'] as const

/** Cash and commitment that a claim would save alone. */
export function alone(
  items: Readonly<Record<string, Item>>,
  draft: Draft,
  grade: Grade,
): { saving: Ends; frees: Micro } {
  const saving: Ends = { low: 0n, expected: 0n, high: 0n }
  let frees = 0n
  for (const claim of draft.claims) {
    const { cash, committed } = moneyOf(items[claim.item])
    const shares = rangeOf(grade, claim)
    for (const end of ends) saving[end] += partOf(cash, shares[end])
    frees += partOf(committed, shares.expected)
  }
  return { saving, frees }
}

/**
 * What each candidate adds to a total without counting a dollar twice. On each item candidates apply in the order of their steps, each to the
 * cost that is left; of two that are of one step only the one that saves more counts. The result does not depend on the order of the input.
 */
export function stack(items: Readonly<Record<string, Item>>, candidates: readonly Candidate[]): Map<string, Stacked> {
  const result = new Map(
    candidates.map(
      ({ key }) =>
        [key, { counted: { low: 0n, expected: 0n, high: 0n }, replaces: [], replacedBy: [] }] as [string, Stacked],
    ),
  )
  const left = new Map<string, Ends>()
  const takenBy = new Map<string, Candidate>()
  for (const candidate of [...candidates].sort(inOrder)) {
    const mine = result.get(candidate.key)
    if (!mine) continue
    const rivals = new Set<string>()
    for (const claim of candidate.draft.claims) {
      const slot = `${claim.item}\n${candidate.draft.step}`
      const rival = takenBy.get(slot)
      if (rival) {
        rivals.add(rival.key)
        continue
      }
      takenBy.set(slot, candidate)
      take(items, left, claim, candidate.grade, mine.counted)
    }
    for (const rival of rivals) {
      mine.replacedBy.push(rival)
      result.get(rival)?.replaces.push(candidate.key)
    }
  }
  return result
}

/** Adds to `counted` what the claim saves of the item's cash that is left, at each end of the range. */
function take(
  items: Readonly<Record<string, Item>>,
  left: Map<string, Ends>,
  claim: Claim,
  grade: Grade,
  counted: Ends,
) {
  const { cash } = moneyOf(items[claim.item])
  const rest = left.get(claim.item) ?? { low: cash, expected: cash, high: cash }
  const shares = rangeOf(grade, claim)
  for (const end of ends) {
    const part = partOf(rest[end], shares[end])
    rest[end] -= part
    counted[end] += part
  }
  left.set(claim.item, rest)
}

function moneyOf(item: Item | undefined): { cash: Micro; committed: Micro } {
  if (!item) return { cash: 0n, committed: 0n }
  const whole = micro(item.cost)
  const committed = micro(item.committed)
  const bounded = committed > whole ? whole : committed > 0n ? committed : 0n
  return { cash: whole > bounded ? whole - bounded : 0n, committed: bounded }
}

/** By step, then by what is saved (the most first), then by key. */
function inOrder(a: Candidate, b: Candidate): number {
  const step = steps.indexOf(a.draft.step) - steps.indexOf(b.draft.step)
  if (step !== 0) return step
  if (a.saving.expected !== b.saving.expected) return a.saving.expected > b.saving.expected ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
