import type { GpuClass } from '@/lib/catalog/gpu-classes.ts'
import { gpuClass, gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import type { Bound } from '@/lib/economics/unit-price.ts'
import { unitPrice } from '@/lib/economics/unit-price.ts'
import type { Facts } from '../facts/facts.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, money, percent } from '../wording.ts'
import { listQuote, sameListQuote } from './market-prices.ts'
import type { Billed } from './selection.ts'
import { billedMachines, costByCurrency, machineRows } from './selection.ts'

const OLDER = /^(K80|P100|V100|T4|A10G|A100)\b/

const parameters: readonly Parameter[] = [
  {
    id: 'unit-price',
    label: 'Unit price of the newer class at most, of the current',
    unit: 'share',
    default: 0.75,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'expected',
    label: 'Part of the spec-sheet gain to plan with',
    unit: 'share',
    default: 0.6,
    min: 0.5,
    max: 1,
    source: 'chosen for this product: spec sheets are peaks',
    perFinding: true,
  },
]

/** R3: an older class whose unit of work is cheaper on a newer one. What limits the work has to be measured: the answer flips with it. */
export const newerGeneration: Rule = {
  id: 'newer-generation',
  number: 'R3',
  title: 'Newer GPU generation',
  lever: 'right-hardware',
  parameters,
  find(facts, values, keyOf) {
    const older = billedMachines(facts).filter(({ gpuClass: id }) => OLDER.test(id))
    const known = older.filter((machine) => boundOf(machine) !== null)
    const unknown = older.filter((machine) => boundOf(machine) === null)
    return {
      drafts: known.flatMap((machine) =>
        draftOf(machine, facts, values, keyOf('resource', machine.key, machine.item.currency)),
      ),
      missing: unknown.length
        ? [
            {
              subject: counted(unknown.length, 'machine of an older class', 'machines of older classes'),
              what: 'what limits the work: tensor and DRAM activity, or tokens a second',
              upload:
                'DCGM samples with DCGM_FI_PROF_PIPE_TENSOR_ACTIVE and DCGM_FI_PROF_DRAM_ACTIVE (docs/usage-formats.md)',
              cost: costByCurrency(unknown.map(({ item }) => item)),
            },
          ]
        : [],
    }
  },
}

function boundOf({ telemetry }: Billed): Bound | null {
  if (telemetry?.tensorP95 === null || telemetry?.tensorP95 === undefined || telemetry.dramP95 === null) return null
  return telemetry.tensorP95 >= telemetry.dramP95 ? 'compute' : 'memory'
}

function draftOf(machine: Billed, facts: Facts, values: Values, key: string): Draft[] {
  const source = gpuClass(machine.gpuClass)
  const list = listQuote(facts, machine)
  const bound = boundOf(machine)
  const current = source && list && bound ? unitPrice(list.usdPerGpuHour, source, bound) : null
  if (!source || !list || !bound || current === null) return []
  const options = gpuClasses.flatMap((target) => {
    if (target.vendor !== source.vendor || (target.launchYear ?? 0) <= (source.launchYear ?? 0)) return []
    const quote = sameListQuote(facts, machine.item.provider, target.id, list)
    const price = quote ? unitPrice(quote.usdPerGpuHour, target, bound) : null
    return quote && price !== null && price <= values('unit-price') * current ? [{ target, quote, price }] : []
  })
  const best = options.sort((a, b) => a.price - b.price || (a.target.id < b.target.id ? -1 : 1))[0]
  if (!best) return []
  const share = 1 - best.price / current
  const unit = bound === 'compute' ? '1,000 TFLOP hours' : 'TB/s for an hour'
  const { item } = machine
  const specification = (entry: GpuClass) =>
    `${entry.id}, ${bound === 'compute' ? `${entry.fp16DenseTflops} dense TFLOPs` : `${entry.memoryBandwidthGbPerSecond} GB/s`}`
  return [
    {
      subject: { kind: 'resource', id: item.key, name: item.name },
      step: 'migrate',
      grade: 'C',
      gradeReason: 'carried over from specifications and list prices; your own benchmark would make it B',
      claims: [{ item: item.key, share, expected: share * values('expected', key) }],
      sentence: `${item.name} is limited by ${bound === 'compute' ? 'arithmetic' : 'memory bandwidth'}, of which ${best.target.id} sells ${percent(share)} cheaper than ${source.id}.`,
      calculation: [
        { label: 'Limited by', formula: 'tensor activity against DRAM activity', value: bound },
        {
          label: `Price of ${unit} now`,
          formula: `${specification(source)}, ${list.instanceType} ${list.priceDate}`,
          value: money(current, 'USD'),
        },
        {
          label: `Price of ${unit} then`,
          formula: `${specification(best.target)}, ${best.quote.instanceType} ${best.quote.priceDate}`,
          value: money(best.price, 'USD'),
        },
        { label: 'Part saved at most', formula: '1 - then / now', value: percent(share) },
        {
          label: 'Planned with',
          formula: `x ${values('expected', key)}`,
          value: money(Number(item.cost) * share * values('expected', key), item.currency),
        },
      ],
      evidence: [
        ...machineRows(
          [machine],
          () =>
            `tensor ${percent(machine.telemetry?.tensorP95 ?? 0)}, DRAM ${percent(machine.telemetry?.dramP95 ?? 0)}`,
        ),
        { label: 'Price source', value: best.quote.source, link: { to: 'catalogue', id: best.target.id } },
      ],
      assumptions: ['expected'],
      risks: [
        'Data loading may be the limit.',
        'Moving takes work: CUDA version, FP16 to BF16 or FP8.',
        'There may be no quota or capacity for the newer class.',
      ],
      actions: ['Benchmark a week of the work on the newer class', 'Ask for quota', 'Move'],
      effort: 'high',
      oneTimeCost: '0',
      uses: { machines: [machine.key] },
      measuredBy: 'project',
    },
  ]
}
