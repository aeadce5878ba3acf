import { groupedBy } from '@/lib/core/grouped.ts'
import { priceGapSaving } from '@/lib/economics/price-gap.ts'
import { cheapestGpuHour } from '@/lib/economics/unit-price.ts'
import type { Facts } from '../facts/facts.ts'
import type { Draft, Grade } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { figure, money, percent } from '../wording.ts'
import type { Billed } from './selection.ts'
import { billedMachines, machineRows } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'price',
    label: 'Price elsewhere at most, of the current',
    unit: 'share',
    default: 0.8,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'moved-gb',
    label: 'Data that leaves the new place each month',
    unit: 'GB',
    default: 0,
    min: 0,
    max: 100_000_000,
    source: 'not known: ask the owner',
    perFinding: true,
  },
  {
    id: 'copied-gb',
    label: 'Data to copy once',
    unit: 'GB',
    default: 0,
    min: 0,
    max: 100_000_000,
    source: 'not known: ask the owner',
    perFinding: true,
  },
  {
    id: 'egress',
    label: 'Price of a GB between regions',
    unit: 'amount',
    default: 0.02,
    min: 0,
    max: 1,
    source: 'about 0.02 USD between AWS regions: not verified, take it from your bill',
    perFinding: true,
  },
]

type Offer = { price: number; where: string; source: string; grade: Grade }

/** R14: the same machine for less in another region, or the same class at another provider for what is tagged portable. */
export const priceGap: Rule = {
  id: 'price-gap',
  number: 'R14',
  title: 'Region and provider price gap',
  lever: 'pricing',
  parameters,
  find(facts, values, keyOf) {
    const machines = billedMachines(facts).filter(
      ({ onDemandHours, onDemandCost }) => onDemandHours > 0 && Number(onDemandCost) > 0,
    )
    const groups = groupedBy(machines, ({ item, instanceType, gpuClass }) =>
      [item.provider, item.region ?? '', item.project ?? '', instanceType ?? gpuClass, item.currency].join('|'),
    )
    return {
      drafts: [...groups].flatMap(([id, mine]) =>
        draftOf(id, mine, facts, (name) => values(name, keyOf('project', id, mine[0]?.item.currency ?? ''))),
      ),
      missing: [],
    }
  },
}

function draftOf(id: string, machines: readonly Billed[], facts: Facts, value: (id: string) => number): Draft[] {
  const { item, gpuClass, instanceType } = machines[0] as Billed
  const hours = machines.reduce((sum, { onDemandHours }) => sum + onDemandHours, 0)
  const cost = machines.reduce((sum, { onDemandCost }) => sum + Number(onDemandCost), 0)
  const price = cost / hours
  const best = offersFor(machines[0] as Billed, facts).sort(
    (a, b) => a.price - b.price || (a.where < b.where ? -1 : 1),
  )[0]
  if (!best || best.price > value('price') * price) return []
  const saving = priceGapSaving(hours, price, best.price, value('moved-gb'), value('egress'))
  if (saving <= 0) return []
  const cash = (machine: Billed) => Math.max(1e-9, Number(machine.item.cost) - Number(machine.item.committed))
  return [
    {
      subject: {
        kind: 'project',
        id,
        name: `${instanceType ?? gpuClass} of ${item.project ?? 'no project'} in ${item.region ?? 'any region'}`,
      },
      step: 'migrate',
      grade: best.grade,
      gradeReason:
        best.grade === 'B'
          ? 'billed hours against a price of the same machine at the same provider'
          : 'another provider: interconnect, CPU and terms differ',
      claims: machines.map((machine) => ({
        item: machine.key,
        share: Math.min(1, (saving / cost) * (Number(machine.onDemandCost) / cash(machine))),
      })),
      sentence: `${instanceType ?? gpuClass} costs ${money(price, item.currency)} a GPU hour in ${item.region ?? 'this region'} and ${money(best.price, item.currency)} in ${best.where}: run it there.`,
      calculation: [
        { label: 'GPU hours on demand', formula: 'billed', value: figure(hours, 1) },
        { label: 'Price here', formula: 'cost / GPU hours', value: money(price, item.currency) },
        { label: `Price in ${best.where}`, formula: best.source, value: money(best.price, item.currency) },
        {
          label: 'Leaves again',
          formula: `${figure(value('moved-gb'))} GB x ${value('egress')}`,
          value: money(value('moved-gb') * value('egress'), item.currency),
        },
        { label: 'Saved', formula: 'hours x difference - what leaves', value: money(saving, item.currency) },
      ],
      evidence: [
        ...machineRows(machines, ({ onDemandHours }) => `${figure(onDemandHours)} GPU hours on demand`),
        { label: 'Difference', value: percent(1 - best.price / price), note: best.source },
      ],
      assumptions: ['moved-gb', 'copied-gb', 'egress'],
      risks: [
        'Data may have to stay where it is.',
        'Quota, and latency to users.',
        'Interconnect and the CPU beside the GPU may differ.',
      ],
      actions: ['Ask whether the data may move', 'Copy it once', 'Run the next job there'],
      effort: 'medium',
      oneTimeCost: (value('copied-gb') * value('egress')).toFixed(2),
      uses: { machines: machines.map(({ key }) => key) },
      measuredBy: 'project',
    },
  ]
}

function offersFor({ item, gpuClass, instanceType }: Billed, facts: Facts): Offer[] {
  const usd = facts.market.usdPer[item.currency]
  const offers: Offer[] = facts.market.own
    .filter(
      (own) =>
        own.provider === item.provider &&
        own.instanceType === instanceType &&
        own.gpuClass === gpuClass &&
        own.pricing === 'on-demand' &&
        own.currency === item.currency &&
        own.region !== item.region &&
        own.region !== null,
    )
    .map((own) => ({
      price: own.pricePerGpuHour,
      where: own.region ?? '',
      source: 'your own bills of the last 30 days',
      grade: 'B' as const,
    }))
  if (usd === undefined) return offers
  for (const row of facts.market.catalogue) {
    if (
      row.provider !== item.provider ||
      row.instanceType !== instanceType ||
      row.usdPerHour === null ||
      row.region === item.region ||
      row.region === 'global'
    )
      continue
    offers.push({
      price: Number(row.usdPerHour) / Number(row.gpuCount) / usd,
      where: row.region,
      source: `catalogue, ${row.priceDate}`,
      grade: 'B',
    })
  }
  if (item.tags.portable === 'true') {
    for (const provider of new Set(facts.market.catalogue.map((row) => row.provider))) {
      const found = provider === item.provider ? null : cheapestGpuHour(facts.market.catalogue, { gpuClass, provider })
      if (found)
        offers.push({
          price: found.usdPerGpuHour / usd,
          where: `${provider} ${found.row.region}`,
          source: `catalogue, ${found.row.instanceType}, ${found.row.priceDate}`,
          grade: 'C',
        })
    }
  }
  return offers
}
