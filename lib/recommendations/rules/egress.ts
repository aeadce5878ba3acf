import type { Facts } from '../facts/facts.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { figure, money, percent } from '../wording.ts'
import { billedMachines, costOf } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'amount',
    label: 'Costs a month more than',
    unit: 'amount',
    default: 200,
    min: 0,
    max: 1_000_000,
    source: 'chosen for this product',
  },
  {
    id: 'part',
    label: 'Or, of the GPU cost of its project, more than',
    unit: 'share',
    default: 0.05,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'avoided',
    label: 'Part that moving or caching avoids',
    unit: 'share',
    default: 0.8,
    min: 0,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
  },
]

const names = {
  internet: 'to the internet',
  'between-regions': 'between regions',
  nat: 'through NAT',
  other: 'transfer',
} as const

/**
 * R16: transfer that data beside the GPUs would not need. What goes to the internet is often what users asked for, so there both limits have to be
 * passed; between regions and through NAT one is enough.
 */
export const egress: Rule = {
  id: 'egress',
  number: 'R16',
  title: 'Transfer and egress',
  lever: 'storage-and-transfer',
  parameters,
  find(facts, values, keyOf) {
    const moving = facts.transfers.flatMap((transfer) => {
      const item = facts.items[transfer.key]
      return item ? [{ ...transfer, item }] : []
    })
    const large = moving.filter(({ kind, item }) => {
      const isDear = Number(item.cost) > values('amount')
      const gpu = gpuCostOf(facts, item.project, item.currency)
      const isLarge = gpu > 0 && Number(item.cost) > values('part') * gpu
      return kind === 'internet' ? isDear && isLarge : isDear || isLarge
    })
    return {
      drafts: large.map(({ key, kind, gb, days, item }) => {
        const avoided = values('avoided', keyOf('resource', key, item.currency))
        const gpu = gpuCostOf(facts, item.project, item.currency)
        return {
          subject: { kind: 'resource' as const, id: key, name: `${item.name}, ${names[kind]}` },
          step: 'schedule' as const,
          grade: 'B' as const,
          gradeReason: 'billed transfer; how much of it can be avoided is assumed',
          claims: [{ item: key, share: avoided }],
          sentence: `${item.name} moved ${gb === null ? 'data' : `${figure(gb)} GB`} ${names[kind]} for ${money(item.cost, item.currency)}: keep data beside the GPUs, cache or compress it.`,
          calculation: [
            {
              label: 'Moved in 30 days',
              formula: 'billed',
              value: gb === null ? 'unit not in bytes' : `${figure(gb)} GB on ${days} days`,
            },
            { label: 'Cost', formula: 'billed', value: money(item.cost, item.currency) },
            {
              label: 'Of the GPU cost of its project',
              formula: 'transfer / GPU cost',
              value: gpu > 0 ? percent(Number(item.cost) / gpu) : 'no GPU cost',
            },
            {
              label: 'Saved',
              formula: `cost x ${percent(avoided)}`,
              value: money(Number(item.cost) * avoided, item.currency),
            },
          ],
          evidence: [
            {
              label: item.name,
              value: money(item.cost, item.currency),
              note: names[kind],
              ...(item.meters[0] ? { link: { to: 'meter' as const, id: item.meters[0] } } : {}),
            },
          ],
          assumptions: ['avoided'],
          risks: [
            'A copy for disaster recovery is wanted.',
            'Answers to users have to leave.',
            'Prices fall in tiers, so the last GB saved is the cheapest.',
          ],
          actions: [
            'See which service sends it where',
            'Move the data or the GPUs, or add a cache or a gateway endpoint',
            'Compress what must leave',
          ],
          effort: 'medium' as const,
          oneTimeCost: '0',
          uses: { transfers: [key], machines: projectMachines(facts, item.project, item.currency) },
          measuredBy: 'items' as const,
        }
      }),
      missing: [],
    }
  },
}

function gpuCostOf(facts: Facts, project: string | null, currency: string): number {
  if (project === null) return 0
  return costOf(
    billedMachines(facts)
      .map(({ item }) => item)
      .filter((item) => item.project === project && item.currency === currency),
  )
}

function projectMachines(facts: Facts, project: string | null, currency: string): string[] {
  if (project === null) return []
  return billedMachines(facts)
    .filter(({ item }) => item.project === project && item.currency === currency)
    .map(({ key }) => key)
}
