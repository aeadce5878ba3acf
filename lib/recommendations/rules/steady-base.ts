import { breakEvenUse, commitmentSaving, quantile, unitsToCommit } from '@/lib/economics/commitment.ts'
import type { BaseLoad, Facts } from '../facts/facts.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { KeyOf, Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import { idleGpu, isIdle } from './idle-gpu.ts'
import { ownPrice } from './market-prices.ts'
import { isOffAtNight, offHours } from './off-hours.ts'
import { billedMachines, machineRows } from './selection.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'history-days',
    label: 'Days of hourly use',
    unit: 'days',
    default: 60,
    min: 14,
    max: 90,
    source: 'chosen for this product; 90 is better',
  },
  {
    id: 'discount',
    label: 'Discount of a one-year commitment where your bills show none',
    unit: 'share',
    default: 0.37,
    min: 0.01,
    max: 0.72,
    source: 'gpuaudit: 37% for a one-year GPU reservation',
    perFinding: true,
  },
  {
    id: 'safe',
    label: 'Commit at most to the use of this quantile of the last 30 days',
    unit: 'share',
    default: 0.1,
    min: 0,
    max: 0.9,
    source: 'chosen for this product',
    perFinding: true,
  },
]

const defaults =
  (rule: Rule): Values =>
  (id) =>
    rule.parameters.find((parameter) => parameter.id === id)?.default ?? Number.NaN

/** R5: GPUs that always run on demand. What is idle, belongs on a schedule or has no owner is not committed to. */
export const steadyBase: Rule = {
  id: 'steady-base',
  number: 'R5',
  title: 'Commitment for the steady base',
  lever: 'pricing',
  parameters,
  find(facts, values, keyOf) {
    return { drafts: facts.baseLoads.flatMap((load) => draftOf(load, facts, values, keyOf)), missing: [] }
  },
}

/** Committed over on-demand price of the class at its provider, as the bills of the window show both; null where they do not. */
function ownDiscount(load: BaseLoad, facts: Facts): number | null {
  const { provider, gpuClass, instanceType, currency } = load
  const committed = ownPrice(facts, { provider, gpuClass, instanceType, currency, pricing: 'committed' })
  const discount = committed ? 1 - committed.pricePerGpuHour / load.pricePerGpuHour : 0
  return discount > 0 && discount < 1 ? discount : null
}

function draftOf(load: BaseLoad, facts: Facts, values: Values, keyOf: KeyOf): Draft[] {
  const mine = new Set(load.items)
  const machines = billedMachines(facts).filter(({ key }) => mine.has(key))
  const wasted = machines.some(
    (machine) => isIdle(machine, defaults(idleGpu)) === true || isOffAtNight(machine, defaults(offHours)) === true,
  )
  if (
    load.days < values('history-days') ||
    wasted ||
    machines.some(({ item }) => item.team === null) ||
    load.pricePerGpuHour <= 0
  )
    return []
  const key = keyOf('instance-type', load.key, load.currency)
  const own = ownDiscount(load, facts)
  const discount = own ?? values('discount', key)
  const recent = load.hourly.slice(-720)
  const full = unitsToCommit(load.hourly.slice(-24 * load.days), discount)
  const units = Math.min(full, Math.floor(quantile(recent, values('safe', key)) + 1e-9))
  if (units < 1) return []
  const committedPrice = load.pricePerGpuHour * (1 - discount)
  const saving = commitmentSaving(recent, units, load.pricePerGpuHour, committedPrice)
  const cost = machines.reduce((sum, { onDemandCost }) => sum + Number(onDemandCost), 0)
  if (saving <= 0 || cost <= 0) return []
  const name = `${load.instanceType ?? load.gpuClass}, ${load.region ?? 'any region'}`
  const covered = recent.reduce((sum, used) => sum + Math.min(used, units), 0) / (units * recent.length)
  return [
    {
      subject: { kind: 'instance-type', id: load.key, name },
      step: 'commit',
      grade: own === null ? 'C' : 'B',
      gradeReason:
        own === null
          ? 'billed hours; the discount is assumed, not quoted'
          : 'billed hours, at the discount that your own commitments have',
      claims: machines.map((machine) => ({
        item: machine.key,
        share:
          Math.min(1, saving / cost) *
          Math.min(
            1,
            Number(machine.onDemandCost) / Math.max(1e-9, Number(machine.item.cost) - Number(machine.item.committed)),
          ),
      })),
      sentence: `At least ${counted(units, 'GPU')} of ${name} ran on demand in nine of ten hours: commit to ${units === 1 ? 'it' : 'them'} and pay about ${percent(discount)} less.`,
      calculation: [
        {
          label: 'Price of a GPU hour on demand',
          formula: 'cost / GPU hours',
          value: money(load.pricePerGpuHour, load.currency),
        },
        {
          label: 'Discount',
          formula: own === null ? 'assumed' : 'your commitments of this class',
          value: percent(discount),
        },
        {
          label: 'Full plan',
          formula: `${percent(discount)} quantile of ${load.days} days of hourly use`,
          value: counted(full, 'GPU'),
        },
        {
          label: 'Safe plan',
          formula: `at most the ${percent(values('safe', key))} quantile of the last 30 days`,
          value: counted(units, 'GPU'),
        },
        {
          label: 'Break-even use',
          formula: '1 - discount',
          value: `${percent(breakEvenUse(discount))}, used ${percent(covered)}`,
        },
        {
          label: 'Saved',
          formula: 'covered hours x price - units x committed price x 720 h',
          value: money(saving, load.currency),
        },
        {
          label: 'If list prices fall by 40%',
          formula: 'units that still pay',
          value: counted(discount > 0.4 ? units : 0, 'GPU'),
        },
      ],
      evidence: machineRows(machines, ({ onDemandHours }) => `${figure(onDemandHours)} GPU hours on demand`),
      assumptions: own === null ? ['discount', 'safe'] : ['safe'],
      risks: [
        'List prices of GPUs have fallen by a third and more at once: a three-year lock can cost more than demand later.',
        'The class or region may be left before the term ends.',
        'A planned launch or end is not in the history.',
      ],
      actions: [
        'Ask for a quote for one year without upfront payment',
        'Commit to the safe plan first',
        'Look again in a month',
      ],
      effort: 'low',
      oneTimeCost: '0',
      uses: { machines: machines.map((machine) => machine.key), baseLoads: [load.key] },
      measuredBy: 'project',
    },
  ]
}
