import { groupedBy } from '@/lib/core/grouped.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { Facts, Inventory } from '../facts/facts.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money } from '../wording.ts'
import { costByCurrency, costOf } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'volume-days',
    label: 'Volume unattached for',
    unit: 'days',
    default: 32,
    min: 1,
    max: 720,
    source: 'AWS Compute Optimizer: 32 days',
  },
  {
    id: 'snapshot-days',
    label: 'Snapshot of a deleted volume older than',
    unit: 'days',
    default: 90,
    min: 1,
    max: 3650,
    source: 'chosen for this product',
  },
  {
    id: 'address-days',
    label: 'Address without a machine for',
    unit: 'days',
    default: 7,
    min: 1,
    max: 720,
    source: 'OptScale: 7 days',
  },
  {
    id: 'image-days',
    label: 'Image unused for',
    unit: 'days',
    default: 90,
    min: 1,
    max: 3650,
    source: 'chosen for this product',
  },
]

/** R17: volumes, snapshots, addresses and images that nothing uses. Those of one kind and project are one finding. */
export const orphans: Rule = {
  id: 'orphans',
  number: 'R17',
  title: 'Orphaned volumes, snapshots and addresses',
  lever: 'storage-and-transfer',
  parameters,
  find(facts, values) {
    const found = facts.inventory.filter((thing) => isOrphan(thing, facts, values))
    const groups = groupedBy(found, ({ kind, item }) => {
      const place = facts.items[item]
      return [place?.provider ?? '', place?.project ?? '', kind, place?.currency ?? ''].join('|')
    })
    const volumes = facts.stores.flatMap(({ key, kind }) => (kind === 'block' || kind === 'snapshot' ? [key] : []))
    const unknown = volumes.filter((key) => !facts.inventory.some(({ item }) => item === key))
    return {
      drafts: [...groups].map(([id, things]) => {
        const items = things.flatMap(({ item }) => facts.items[item] ?? [])
        const [first] = items
        const currency = first?.currency ?? ''
        const project = first?.project ?? 'no project'
        const kind = things[0]?.kind ?? ''
        return {
          subject: { kind: 'project' as const, id, name: `${counted(things.length, kind)} of ${project}` },
          step: 'terminate' as const,
          grade: 'A' as const,
          gradeReason: 'billed cost of things that an inventory says nothing uses',
          claims: items.map(({ key }) => ({ item: key, share: 1 })),
          sentence: `${counted(things.length, kind)} of ${project} ${things.length === 1 ? 'belongs' : 'belong'} to nothing any more: snapshot what matters and delete ${things.length === 1 ? 'it' : 'them'}.`,
          calculation: [
            { label: 'Things', formula: 'inventory', value: figure(things.length) },
            { label: 'Cost in 30 days', formula: 'billed', value: money(costOf(items), currency) },
            { label: 'Saved', formula: 'all of it', value: money(costOf(items), currency) },
          ],
          evidence: things.map((thing) => {
            const item = facts.items[thing.item]
            const meter = item?.meters[0]
            return {
              label: thing.id,
              value: money(item?.cost ?? '0', currency),
              note: since(thing),
              ...(meter ? { link: { to: 'meter' as const, id: meter } } : {}),
            }
          }),
          assumptions: [],
          risks: [
            'A volume of a machine that is only stopped is not an orphan: the inventory must know.',
            'It is the last copy of something.',
          ],
          actions: [
            'Ask the owner of the project',
            'Take a snapshot of volumes that may matter',
            'Delete, and let the tool that made them delete the next ones',
          ],
          effort: 'low' as const,
          oneTimeCost: '0',
          uses: { inventory: things.map(({ key }) => key) },
          measuredBy: 'items' as const,
        }
      }),
      missing: unknown.length
        ? [
            {
              subject: counted(unknown.length, 'volume or snapshot', 'volumes or snapshots'),
              what: 'whether anything uses them',
              upload: 'an inventory of volumes, snapshots and addresses (docs/usage-formats.md)',
              cost: costByCurrency(unknown.flatMap((key) => facts.items[key] ?? [])),
            },
          ]
        : [],
    }
  },
}

function isOrphan(thing: Inventory, facts: Facts, values: Values): boolean {
  const before = (day: Day | null, limit: string) => day !== null && day <= addDays(facts.asOf, -values(limit))
  const isLoose = thing.state !== null && /unattached|available|detached|unassociated/i.test(thing.state)
  if (thing.keep === true) return false
  if (thing.kind === 'volume') return isLoose && before(thing.lastAttached ?? thing.created, 'volume-days')
  if (thing.kind === 'snapshot') return thing.sourceExists === false && before(thing.created, 'snapshot-days')
  if (thing.kind === 'address') return isLoose && before(thing.lastAttached ?? thing.created, 'address-days')
  if (thing.kind === 'image') return before(thing.lastUsed ?? thing.created, 'image-days')
  return false
}

function since({ kind, lastAttached, lastUsed, created }: Inventory): string {
  if (lastAttached) return `last attached ${lastAttached}`
  if (lastUsed) return `last used ${lastUsed}`
  return `${kind} made ${created ?? 'at an unknown time'}`
}
