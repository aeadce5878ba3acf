import { groupedBy } from '@/lib/core/grouped.ts'
import { addDays } from '@/lib/core/period.ts'
import type { Checkpoint } from '../facts/facts.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money } from '../wording.ts'

const LISTED = 20

const parameters: readonly Parameter[] = [
  {
    id: 'age',
    label: 'Written before',
    unit: 'days',
    default: 14,
    min: 1,
    max: 720,
    source: 'chosen for this product',
    perFinding: true,
  },
  {
    id: 'last',
    label: 'Last checkpoints of a run that are kept',
    unit: 'count',
    default: 3,
    min: 1,
    max: 100,
    source: 'chosen for this product',
    perFinding: true,
  },
  {
    id: 'every',
    label: 'Besides them, one of so many is kept',
    unit: 'count',
    default: 10,
    min: 2,
    max: 1000,
    source: 'chosen for this product',
    perFinding: true,
  },
]

/** Of one run's checkpoints those that may go: old enough, not among the last, and not each tenth that was written. */
function deletable(series: readonly Checkpoint[], asOf: string, values: Values): Checkpoint[] {
  const written = series.toSorted((a, b) => (a.created + a.id < b.created + b.id ? -1 : 1))
  const before = addDays(asOf, -values('age'))
  return written.filter(
    ({ created, keep }, index) =>
      keep !== true &&
      created <= before &&
      index < written.length - values('last') &&
      (index + 1) % Math.round(values('every')) !== 0,
  )
}

/** R15, of checkpoints: runs that keep every checkpoint they ever wrote. */
export const checkpointRetention: Rule = {
  id: 'checkpoint-retention',
  number: 'R15',
  title: 'Checkpoints that are kept',
  lever: 'storage-and-transfer',
  parameters,
  find(facts, values, keyOf) {
    const drafts = [...groupedBy(facts.checkpoints, ({ item }) => item)].flatMap(([key, mine]) => {
      const item = facts.items[key]
      const stored = facts.stores.find((store) => store.key === key)?.gbMonths ?? null
      if (!item || stored === null || stored <= 0) return []
      const own: Values = (id) => values(id, keyOf('resource', key, item.currency))
      const runs = [...groupedBy(mine, ({ series }) => series)]
      const going = runs.flatMap(([series, all]) => {
        const gone = deletable(all, facts.asOf, own)
        return gone.length > 0 ? [{ series, gone, all: all.length, gb: sum(gone) }] : []
      })
      const gb = going.reduce((total, run) => total + run.gb, 0)
      const count = going.reduce((total, run) => total + run.gone.length, 0)
      if (count === 0) return []
      const share = Math.min(1, gb / stored)
      return [
        {
          subject: { kind: 'resource' as const, id: key, name: item.name },
          step: 'terminate' as const,
          grade: 'B' as const,
          gradeReason: 'billed storage, and sizes that an inventory states; A once the owner agrees',
          claims: [{ item: key, share }],
          sentence: `${item.name} keeps ${counted(mine.length, 'checkpoint')} of ${counted(runs.length, 'run')}: ${figure(count)} with ${figure(gb)} GB can go, the last ${figure(own('last'))} of each run and every ${figure(own('every'))}th stay.`,
          calculation: [
            { label: 'Stored', formula: 'billed', value: `${figure(stored)} GB-months` },
            { label: 'Cost in 30 days', formula: 'billed', value: money(item.cost, item.currency) },
            { label: 'Can go', formula: 'sizes by the inventory', value: `${figure(gb)} GB` },
            {
              label: 'Saved',
              formula: 'cost x can go / stored',
              value: money(Number(item.cost) * share, item.currency),
            },
          ],
          evidence: going
            .toSorted((a, b) => b.gb - a.gb)
            .slice(0, LISTED)
            .map((run) => ({
              label: run.series,
              value: `${figure(run.gb)} GB`,
              note: `${run.gone.length} of ${run.all} checkpoints`,
            })),
          assumptions: ['age', 'last', 'every'],
          risks: [
            'Somebody compares with an old checkpoint, or starts from one.',
            'A legal hold, or results that must stay reproducible.',
            'Colder classes bill for their shortest duration even when objects are deleted.',
          ],
          actions: [
            'Ask the owner of each run',
            'Delete those that the rule names, oldest first',
            'Let the training job keep the last three and every tenth itself',
          ],
          effort: 'low' as const,
          oneTimeCost: '0',
          uses: { checkpoints: mine.map((checkpoint) => checkpoint.key), stores: [key] },
          measuredBy: 'items' as const,
        },
      ]
    })
    return { drafts, missing: [] }
  },
}

function sum(checkpoints: readonly Checkpoint[]): number {
  return checkpoints.reduce((total, { sizeGb }) => total + sizeGb, 0)
}
