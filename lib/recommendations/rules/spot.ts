import { groupedBy } from '@/lib/core/grouped.ts'
import { checkpointOverhead, hoursBetweenInterruptions, spotSaving } from '@/lib/economics/spot.ts'
import type { Facts } from '../facts/facts.ts'
import type { Run } from '../facts/workloads.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { KeyOf, Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import { catalogueSpotRatio, ownPrice } from './market-prices.ts'
import type { Billed } from './selection.ts'
import { billedMachines, machineRows } from './selection.ts'

const KINDS = ['training', 'batch', 'eval']

const parameters: readonly Parameter[] = [
  {
    id: 'run-hours',
    label: 'Runs longer than',
    unit: 'hours',
    default: 2,
    min: 0,
    max: 720,
    source: 'chosen for this product',
  },
  {
    id: 'checkpoint-hours',
    label: 'Checkpoints at most every',
    unit: 'hours',
    default: 2,
    min: 0.05,
    max: 48,
    source: 'chosen for this product',
  },
  {
    id: 'saving',
    label: 'Saving of at least',
    unit: 'share',
    default: 0.25,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'interrupted',
    label: 'Machines interrupted in a month',
    unit: 'share',
    default: 0.2,
    min: 0.001,
    max: 0.99,
    source: 'upper band of the AWS Spot Advisor',
    perFinding: true,
  },
]

/** R4: checkpointed work on demand, and work that is on spot on other days. */
export const spot: Rule = {
  id: 'spot',
  number: 'R4',
  title: 'Spot for checkpointed work',
  lever: 'pricing',
  parameters,
  find(facts, values, keyOf) {
    const machines = billedMachines(facts).filter(({ onDemandCost }) => Number(onDemandCost) > 0)
    // One finding a project and class: the run that ended last speaks for those before it.
    const candidates = facts.runs
      .filter((run) => isCandidate(run, facts, values))
      .sort((a, b) => ((a.attempts.at(-1)?.end ?? '') < (b.attempts.at(-1)?.end ?? '') ? -1 : 1))
    const runs = [...new Map(candidates.map((run) => [`${run.project}|${run.gpuClass}`, run])).values()]
    const drafts = runs.flatMap((run) => runDraft(run, machines, facts, values, keyOf))
    const claimed = new Set(drafts.flatMap(({ claims }) => claims.map(({ item }) => item)))
    return {
      drafts: [
        ...drafts,
        ...fallbackDrafts(
          machines.filter(({ key }) => !claimed.has(key)),
          facts,
        ),
      ],
      missing: [],
    }
  },
}

function isCandidate(run: Run, facts: Facts, values: Values): boolean {
  const last = run.attempts.at(-1)
  const hours = run.attempts.reduce((sum, { start, end }) => sum + (Date.parse(end) - Date.parse(start)) / 3_600_000, 0)
  return (
    KINDS.includes(run.kind ?? '') &&
    run.restartable === true &&
    hours > values('run-hours') &&
    run.checkpointIntervalHours !== null &&
    run.checkpointIntervalHours <= values('checkpoint-hours') &&
    last !== undefined &&
    last.end.slice(0, 10) >= facts.window.from
  )
}

/** Spot over on-demand price of a class, of our own bills in the window, else of a catalogue row whose two prices are of one day. */
function ratioFor(facts: Facts, { item, gpuClass }: Billed): { ratio: number; source: string } | null {
  const place = { provider: item.provider, gpuClass, currency: item.currency }
  const own = ownPrice(facts, { ...place, pricing: 'spot' })
  const demand = ownPrice(facts, { ...place, pricing: 'on-demand' })
  if (own && demand)
    return { ratio: own.pricePerGpuHour / demand.pricePerGpuHour, source: 'both on your bills of the last 30 days' }
  for (const row of facts.market.catalogue) {
    if (row.provider !== item.provider || row.gpuClass !== gpuClass) continue
    const ratio = catalogueSpotRatio(row)
    if (ratio !== null) return { ratio, source: `catalogue, ${row.instanceType}, ${row.priceDate}` }
  }
  return null
}

/** The part of an item's cash cost that is on demand. */
const onDemandPart = ({ item, onDemandCost }: Billed) =>
  Math.min(1, Number(onDemandCost) / Math.max(1e-9, Number(item.cost) - Number(item.committed)))

function runDraft(run: Run, machines: readonly Billed[], facts: Facts, values: Values, keyOf: KeyOf): Draft[] {
  const mine = machines.filter(({ key }) => run.items.includes(key))
  const [first] = mine
  const price = first ? ratioFor(facts, first) : null
  if (!first || !price || run.checkpointIntervalHours === null) return []
  const id = run.project ?? run.run
  const interrupted = values('interrupted', keyOf('project', `${id}|${first.gpuClass}`, first.item.currency))
  const between = hoursBetweenInterruptions(interrupted) / mine.length
  const overhead = checkpointOverhead({
    writeHours: run.checkpointWriteHours ?? 0,
    intervalHours: run.checkpointIntervalHours,
    restartHours: run.restartHours ?? 0.25,
    betweenInterruptionsHours: between,
  })
  const share = overhead === null ? 0 : spotSaving(price.ratio, 1, overhead)
  if (overhead === null || share < values('saving')) return []
  const cost = mine.reduce((sum, { onDemandCost }) => sum + Number(onDemandCost), 0)
  return [
    {
      subject: { kind: 'project', id: `${id}|${first.gpuClass}`, name: `${id}, ${first.gpuClass}` },
      step: 'spot',
      grade: 'B',
      gradeReason: `billed hours, and spot and on-demand prices of one day (${price.source})`,
      claims: mine.map((machine) => ({ item: machine.key, share: share * onDemandPart(machine) })),
      sentence: `${run.run} saves a checkpoint every ${figure(run.checkpointIntervalHours, 2)} h and can restart: run its ${counted(mine.length, 'on-demand machine')} on spot.`,
      calculation: [
        {
          label: 'Time between interruptions',
          formula: `730 / -ln(1 - ${percent(interrupted)}) / ${mine.length}`,
          value: `${figure(between)} h`,
        },
        {
          label: 'Overhead',
          formula: 'write / interval + (interval / 2 + restart) / time between',
          value: percent(overhead),
        },
        { label: 'Spot / on demand', formula: price.source, value: percent(price.ratio) },
        { label: 'Part saved', formula: '1 - ratio / (1 - overhead)', value: percent(share) },
        { label: 'Saved', formula: 'on-demand cost x part', value: money(cost * share, first.item.currency) },
      ],
      evidence: [
        { label: 'Run', value: run.run, link: { to: 'workload', id: run.run } },
        ...machineRows(mine, ({ onDemandHours }) => `${figure(onDemandHours)} GPU hours on demand`),
      ],
      assumptions: ['interrupted'],
      risks: [
        'All nodes of a gang-scheduled job stop with one.',
        'Interruptions come together, when prices are high.',
        'A deadline; and some types have no spot capacity at all.',
      ],
      actions: [
        'Restart from the last checkpoint on notice',
        'Run the next job on spot with on-demand as fallback',
        'Watch time lost for a week',
      ],
      effort: 'medium',
      oneTimeCost: '0',
      uses: { machines: mine.map(({ key }) => key), runs: [run.key] },
      measuredBy: 'project',
    },
  ]
}

/** On-demand hours of a class that the same project otherwise runs on spot: what lost capacity cost. */
function fallbackDrafts(machines: readonly Billed[], facts: Facts): Draft[] {
  const all = billedMachines(facts)
  const groups = groupedBy(machines, ({ item, gpuClass }) =>
    [item.provider, item.region ?? '', item.project ?? '', gpuClass, item.currency].join('|'),
  )
  return [...groups].flatMap(([id, mine]) => {
    const first = mine[0] as Billed
    const { item, gpuClass } = first
    const onSpot = all.filter(
      (machine) =>
        machine.item.provider === item.provider &&
        machine.item.project === item.project &&
        machine.gpuClass === gpuClass &&
        machine.spotHours > 0,
    )
    const price = ratioFor(facts, first)
    if (item.project === null || onSpot.length === 0 || !price || price.ratio >= 1) return []
    const cost = mine.reduce((sum, { onDemandCost }) => sum + Number(onDemandCost), 0)
    const hours = mine.reduce((sum, { onDemandHours }) => sum + onDemandHours, 0)
    return [
      {
        subject: { kind: 'project' as const, id, name: `${item.project}, ${gpuClass} on demand` },
        step: 'spot' as const,
        grade: 'C' as const,
        gradeReason:
          'the project runs this class on spot on other days; that capacity can be had when it is short is not sure',
        claims: mine.map((machine) => ({ item: machine.key, share: (1 - price.ratio) * onDemandPart(machine) })),
        sentence: `${item.project} usually runs ${gpuClass} on spot, but ran ${figure(hours)} GPU hours on demand for ${money(cost, item.currency)}: wait, or spread over more zones and types before falling back.`,
        calculation: [
          { label: 'On-demand cost in 30 days', formula: 'billed', value: money(cost, item.currency) },
          { label: 'Spot / on demand', formula: price.source, value: percent(price.ratio) },
          {
            label: 'Saved at most',
            formula: 'on-demand cost x (1 - ratio)',
            value: money(cost * (1 - price.ratio), item.currency),
          },
        ],
        evidence: machineRows(mine, ({ onDemandHours }) => `${figure(onDemandHours)} GPU hours on demand`),
        assumptions: [],
        risks: ['The work could not wait.', 'Spot capacity was short everywhere on that day.'],
        actions: ['Add zones, regions or types to the spot pool', 'Cap the on-demand fallback, or let it ask first'],
        effort: 'medium' as const,
        oneTimeCost: '0',
        uses: { machines: [...mine, ...onSpot].map(({ key }) => key) },
        measuredBy: 'project' as const,
        size: { amount: cost.toFixed(2), currency: item.currency },
      },
    ]
  })
}
