import type { GpuClass } from '@/lib/catalog/gpu-classes.ts'
import { gpuClass, gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import type { Fit } from '@/lib/economics/right-size.ts'
import { fits } from '@/lib/economics/right-size.ts'
import type { Facts } from '../facts/facts.ts'
import type { Draft, Grade } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import type { Quote } from './market-prices.ts'
import { listQuote, sameListQuote } from './market-prices.ts'
import type { Billed } from './selection.ts'
import { billedMachines, costByCurrency, machineRows } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'headroom',
    label: 'Headroom that stays free',
    unit: 'share',
    default: 0.2,
    min: 0,
    max: 0.9,
    source: 'norm of comparable tools: 20 to 30%',
    perFinding: true,
  },
  {
    id: 'price',
    label: 'Price of the smaller class at most, of the current',
    unit: 'share',
    default: 0.85,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'coverage',
    label: 'GPU hours measured at least',
    unit: 'share',
    default: 0.95,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'idle',
    label: 'GPU active above, or it is idle',
    unit: 'share',
    default: 0.01,
    min: 0,
    max: 0.2,
    source: 'the limit of R1',
  },
]

/** R2: a smaller class of the same provider that holds what is used, by memory, bandwidth and compute. */
export const rightSize: Rule = {
  id: 'right-size',
  number: 'R2',
  title: 'Smaller GPU class',
  lever: 'right-hardware',
  parameters,
  find(facts, values, keyOf) {
    const measured = billedMachines(facts).filter(
      ({ telemetry }) =>
        telemetry !== null && telemetry.coverage >= values('coverage') && telemetry.meanBusy > values('idle'),
    )
    const blind = measured.filter(({ telemetry }) => telemetry?.memoryGibP99 === null)
    return {
      drafts: measured.flatMap((machine) =>
        draftOf(machine, facts, values, keyOf('resource', machine.key, machine.item.currency)),
      ),
      missing: blind.length
        ? [
            {
              subject: counted(blind.length, 'machine'),
              what: 'GPU memory in use (DCGM_FI_DEV_FB_USED); tensor and DRAM activity make it grade A',
              upload: 'DCGM samples with those metrics (docs/usage-formats.md)',
              cost: costByCurrency(blind.map(({ item }) => item)),
            },
          ]
        : [],
    }
  },
}

type Option = { target: GpuClass; quote: Quote; share: number; grade: Grade }

function draftOf(machine: Billed, facts: Facts, values: Values, key: string): Draft[] {
  const source = gpuClass(machine.gpuClass)
  const { telemetry, item } = machine
  const list = listQuote(facts, machine)
  if (!source || !telemetry || telemetry.memoryGibP99 === null || !list) return []
  const full = telemetry.dramP95 !== null && telemetry.tensorP95 !== null
  const need = {
    memoryGibP99: telemetry.memoryGibP99,
    dramP95: telemetry.dramP95 ?? telemetry.p95Busy,
    tensorP95: telemetry.tensorP95 ?? telemetry.p95Busy,
  }
  const grade: Grade = full ? 'A' : telemetry.metric.includes('GPU_UTIL') ? 'C' : 'B'
  const options = gpuClasses.flatMap((target): Option[] => {
    if (target.id === source.id || target.vendor !== source.vendor) return []
    const fit = fits(need, source, target, values('headroom', key))
    if (![fit.memory, fit.bandwidth, fit.compute].every((one: Fit) => one === 'fits')) return []
    const quote = sameListQuote(facts, item.provider, target.id, list)
    if (!quote || quote.usdPerGpuHour > values('price') * list.usdPerGpuHour) return []
    return [{ target, quote, share: 1 - quote.usdPerGpuHour / list.usdPerGpuHour, grade }]
  })
  const best = options.sort((a, b) => b.share - a.share || (a.target.id < b.target.id ? -1 : 1))[0]
  return best ? [draft(machine, source, list, best, values('headroom', key))] : []
}

function draft(
  machine: Billed,
  source: GpuClass,
  list: Quote,
  { target, quote, share, grade }: Option,
  headroom: number,
): Draft {
  const { item, telemetry } = machine
  return {
    subject: { kind: 'resource', id: item.key, name: item.name },
    step: 'right-size',
    grade,
    gradeReason:
      grade === 'A'
        ? 'memory, bandwidth and compute are measured'
        : grade === 'B'
          ? 'engine activity stands in for bandwidth and compute'
          : 'only GPU_UTIL is measured, which says little about how much of a GPU works',
    claims: [{ item: item.key, share }],
    sentence: `${item.name} uses what a ${target.id} has: move it from ${source.id} and pay ${percent(share)} less for a GPU hour.`,
    calculation: [
      {
        label: 'Memory needed',
        formula: `99th percentile x ${figure(1 + headroom, 2)}`,
        value: `${figure((telemetry?.memoryGibP99 ?? 0) * 1.073741824 * (1 + headroom), 1)} GB of ${figure(target.memoryGb ?? 0)}`,
      },
      {
        label: `Price of a ${source.id} hour`,
        formula: `${list.instanceType}, ${list.region}, ${list.priceDate}`,
        value: money(list.usdPerGpuHour, 'USD'),
      },
      {
        label: `Price of a ${target.id} hour`,
        formula: `${quote.instanceType}, ${quote.region}, ${quote.priceDate}`,
        value: money(quote.usdPerGpuHour, 'USD'),
      },
      { label: 'Part saved', formula: '1 - target / current, both of one list and day', value: percent(share) },
      { label: 'Saved', formula: 'cost x part', value: money(Number(item.cost) * share, item.currency) },
    ],
    evidence: [
      ...machineRows([machine], () => `busy ${percent(telemetry?.p95Busy ?? 0)} at the 95th percentile`),
      { label: 'Price source', value: quote.source, link: { to: 'catalogue', id: target.id } },
    ],
    assumptions: ['headroom'],
    risks: [
      'A framework that takes memory ahead (vLLM takes about 90%) hides or inflates the need: look at its KV cache instead.',
      'Tensor activity leaves out FP32 and FP64 work; NVLink, FP8 and CPU or memory of the machine may be needed.',
      'A latency target may need the larger class.',
    ],
    actions: [`Run one replica or job on ${quote.instanceType}`, 'Compare time and latency', 'Move the rest'],
    effort: 'medium',
    oneTimeCost: '0',
    uses: { machines: [machine.key] },
    measuredBy: 'project',
  }
}
