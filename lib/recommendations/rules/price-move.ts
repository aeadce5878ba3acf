import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { figure, money, percent } from '../wording.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'size',
    label: 'Difference since the change, at least',
    unit: 'amount',
    default: 1000,
    min: 0,
    max: 10_000_000,
    source: 'chosen for this product',
  },
]

/** R5, its guard: a price that moved under a commitment decision. It claims nothing. */
export const priceMove: Rule = {
  id: 'price-move',
  number: 'R5',
  title: 'On-demand price moved',
  lever: 'pricing',
  parameters,
  find(facts, values) {
    const moved = facts.priceMoves.filter(({ difference }) => Number(difference) >= values('size'))
    return {
      drafts: moved.map((move) => {
        const change = move.after / move.before - 1
        const name = `${move.instanceType}, ${move.region ?? 'any region'}`
        return {
          subject: { kind: 'instance-type' as const, id: move.key, name },
          step: 'commit' as const,
          grade: 'D' as const,
          gradeReason: 'a signal: the price is already on the bill',
          claims: [],
          sentence: `The on-demand price of ${name} ${change < 0 ? 'fell' : 'rose'} by ${percent(Math.abs(change))} on ${move.day}: check what commitments still save before renewing them.`,
          calculation: [
            { label: 'Before', formula: 'cost / GPU hours', value: `${money(move.before, move.currency)} a GPU hour` },
            { label: 'Since', formula: 'cost / GPU hours', value: `${money(move.after, move.currency)} a GPU hour` },
            { label: 'GPU hours since', formula: 'billed', value: figure(move.gpuHours) },
            { label: 'Difference', formula: 'GPU hours x change', value: money(move.difference, move.currency) },
          ],
          evidence: [{ label: 'Class', value: move.gpuClass, link: { to: 'catalogue' as const, id: move.gpuClass } }],
          assumptions: [],
          risks: ['The price of a contract changed, not the list.'],
          actions: [
            'Compare the discount of running commitments with the new price',
            'Prefer short terms where prices fall',
          ],
          effort: 'low' as const,
          oneTimeCost: '0',
          uses: { priceMoves: [move.key] },
          measuredBy: 'items' as const,
          size: { amount: move.difference, currency: move.currency },
        }
      }),
      missing: [],
    }
  },
}
