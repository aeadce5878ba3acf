import { addDays } from '@/lib/core/period.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import { costByCurrency } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'unread-days',
    label: 'Not read for',
    unit: 'days',
    default: 30,
    min: 1,
    max: 720,
    source: 'chosen for this product',
  },
  {
    id: 'cost',
    label: 'Costs a month more than',
    unit: 'amount',
    default: 100,
    min: 0,
    max: 1_000_000,
    source: 'chosen for this product',
  },
  {
    id: 'cold-price',
    label: 'Price of the colder class, of the current',
    unit: 'share',
    default: 0.543,
    min: 0.01,
    max: 1,
    source: 'S3 us-east-1: Standard-IA 0.0125 against Standard 0.023 USD a GB and month',
    perFinding: true,
  },
  {
    id: 'read',
    label: 'Part that is read back in a month',
    unit: 'share',
    default: 0,
    min: 0,
    max: 1,
    source: 'not read before',
    perFinding: true,
  },
]

/** R15: stored objects that nobody reads. */
export const coldStorage: Rule = {
  id: 'cold-storage',
  number: 'R15',
  title: 'Storage lifecycle',
  lever: 'storage-and-transfer',
  parameters,
  find(facts, values, keyOf) {
    const stores = facts.stores.flatMap((store) => {
      const item = facts.items[store.key]
      return item && store.kind === 'object' && Number(item.cost) > values('cost') ? [{ ...store, item }] : []
    })
    const unknown = stores.filter(({ lastUsed }) => lastUsed === null)
    const cold = stores.filter(
      ({ lastUsed, storageClass }) =>
        lastUsed !== null &&
        lastUsed <= addDays(facts.asOf, -values('unread-days')) &&
        !/glacier|archive|cold|ia$/i.test(storageClass ?? ''),
    )
    return {
      drafts: cold.map(({ key, item, lastUsed, storageClass, gbMonths }) => {
        const value = (id: string) => values(id, keyOf('resource', key, item.currency))
        const share = Math.max(0, (1 - value('cold-price')) * (1 - value('read')))
        return {
          subject: { kind: 'resource' as const, id: key, name: item.name },
          step: 'schedule' as const,
          grade: 'B' as const,
          gradeReason: 'billed storage at the list price of a colder class; reading back is assumed',
          claims: [{ item: key, share }],
          sentence: `${item.name} was last read on ${lastUsed}: move it to a colder class, or delete what can be made again.`,
          calculation: [
            {
              label: 'Stored',
              formula: 'billed',
              value: gbMonths === null ? 'unit not in bytes' : `${figure(gbMonths)} GB-months`,
            },
            { label: 'Cost in 30 days', formula: 'billed', value: money(item.cost, item.currency) },
            { label: 'Colder class', formula: 'of the current price', value: percent(value('cold-price')) },
            { label: 'Read back', formula: 'assumed', value: percent(value('read')) },
            {
              label: 'Saved',
              formula: 'cost x (1 - colder) x (1 - read)',
              value: money(Number(item.cost) * share, item.currency),
            },
          ],
          evidence: [
            {
              label: item.name,
              value: money(item.cost, item.currency),
              note: storageClass ?? 'class not stated',
              ...(item.meters[0] ? { link: { to: 'meter' as const, id: item.meters[0] } } : {}),
            },
            { label: 'Last read', value: lastUsed ?? '', note: 'inventory' },
          ],
          assumptions: ['cold-price', 'read'],
          risks: [
            'Colder classes have shortest durations of 30 to 180 days, and cost to read.',
            'Objects below 128 KB cost as if they had that size.',
            'A legal hold, or results that must stay reproducible.',
          ],
          actions: [
            'Ask the owner what may go',
            'Add a lifecycle rule',
            'Of checkpoints keep the last three and every tenth',
          ],
          effort: 'low' as const,
          oneTimeCost: '0',
          uses: { stores: [key] },
          measuredBy: 'items' as const,
        }
      }),
      missing: unknown.length
        ? [
            {
              subject: counted(unknown.length, 'object store'),
              what: 'when they were last read',
              upload: 'an inventory with last_used (docs/usage-formats.md)',
              cost: costByCurrency(unknown.map(({ item }) => item)),
            },
          ]
        : [],
    }
  },
}
