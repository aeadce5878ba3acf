import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import type { Billed } from './selection.ts'
import { billedMachines, costByCurrency, machineRows } from './selection.ts'

const GIB = 1.073741824

const parameters: readonly Parameter[] = [
  {
    id: 'active',
    label: 'GPU active at most',
    unit: 'share',
    default: 0.01,
    min: 0,
    max: 0.2,
    source: 'AWS idle rule for G and P instances: 1% of the time over 14 days',
  },
  {
    id: 'memory',
    label: 'Memory in use below',
    unit: 'share',
    default: 0.05,
    min: 0,
    max: 0.5,
    source: 'AWS idle rule: 5%; taking the 95th percentile is ours',
  },
  {
    id: 'encoder',
    label: 'Encoder active at most',
    unit: 'share',
    default: 0.01,
    min: 0,
    max: 0.2,
    source: 'AWS idle rule: 1%',
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
    id: 'not-held',
    label: 'Hours that nobody held from',
    unit: 'share',
    default: 0.1,
    min: 0.01,
    max: 1,
    source: 'chosen for this product',
  },
]

/** Whether telemetry says that a machine does nothing; `values` are those of this rule. Null: not measured well enough to say. */
export function isIdle({ telemetry, gpuClass: id }: Billed, values: Values): boolean | null {
  if (telemetry === null || telemetry.coverage < values('coverage')) return null
  const memory = memoryShare(telemetry.memoryGibP95, id)
  return (
    telemetry.meanBusy <= values('active') &&
    (memory === null || memory < values('memory')) &&
    (telemetry.encoderP95 === null || telemetry.encoderP95 <= values('encoder'))
  )
}

function memoryShare(gib: number | null, id: string): number | null {
  const whole = gpuClass(id)?.memoryGb ?? null
  return gib === null || whole === null ? null : (gib * GIB) / whole
}

/** R1: a machine whose GPUs do nothing, and hours of a machine that nobody held. */
export const idleGpu: Rule = {
  id: 'idle-gpu',
  number: 'R1',
  title: 'Idle GPU machine',
  lever: 'right-hardware',
  parameters,
  find(facts, values) {
    const machines = billedMachines(facts)
    const idle = machines.filter((machine) => isIdle(machine, values) === true && machine.gpuHours >= 24 * machine.gpus)
    const unheld = machines.filter(
      (machine) =>
        !idle.includes(machine) &&
        machine.notHeldHours >= values('not-held') * machine.gpuHours &&
        machine.notHeldHours >= 24,
    )
    const unmeasured = machines.filter((machine) => isIdle(machine, values) === null && !unheld.includes(machine))
    return {
      drafts: [...idle.map(idleDraft), ...unheld.map(unheldDraft)],
      missing: unmeasured.length
        ? [
            {
              subject: counted(unmeasured.length, 'machine'),
              what: 'GPU utilisation and memory of the last 14 days',
              upload: 'DCGM samples from Prometheus (docs/usage-formats.md)',
              cost: costByCurrency(unmeasured.map(({ item }) => item)),
            },
          ]
        : [],
    }
  },
}

function idleDraft(machine: Billed): Draft {
  const { item, telemetry } = machine
  const memory = telemetry?.memoryGibP95 ?? null
  const price = machine.pricePerGpuHour ?? 0
  return {
    subject: { kind: 'resource', id: item.key, name: item.name },
    step: 'terminate',
    grade: memory === null ? 'B' : 'A',
    gradeReason:
      memory === null
        ? 'GPU activity is measured, memory is not: a model may be loaded'
        : 'billed hours, and GPU activity and memory measured over 14 days',
    claims: [{ item: item.key, share: 1 }],
    sentence: `${item.name} (${machine.gpus} ${machine.gpuClass}) did nothing for 14 days: stop it, or end it and what is attached to it.`,
    calculation: [
      { label: 'GPU hours in 30 days', formula: 'billed', value: figure(machine.gpuHours, 1) },
      { label: 'Price of a GPU hour', formula: 'cost / GPU hours', value: money(price, item.currency) },
      { label: 'Cost', formula: 'GPU hours x price', value: money(item.cost, item.currency) },
      { label: 'Saved when ended', formula: 'all of it', value: money(item.cost, item.currency) },
    ],
    evidence: [
      ...machineRows([machine], () => `GPUs active ${percent(telemetry?.meanBusy ?? 0)} of the time`),
      {
        label: 'Measured',
        value: percent(telemetry?.coverage ?? 0),
        note: `${telemetry?.metric ?? ''}, ${telemetry?.days ?? 0} days`,
      },
      {
        label: 'Memory in use, 95th percentile',
        value: memory === null ? 'not measured' : `${figure(memory, 1)} GiB a GPU`,
      },
      { label: 'Held idle in 30 days', value: `${figure(machine.heldIdleHours)} GPU hours` },
    ],
    assumptions: [],
    risks: [
      'It is kept as a standby or for disaster recovery: tag it keep-warm or dr and it is left out.',
      'A licence server or a job without GPU work runs on it: CPU and network are not part of this evidence.',
      'GPUs of this class may be hard to get again: take a snapshot, or put it on a schedule first.',
    ],
    actions: [
      'Ask the owner whether anything needs it',
      'Snapshot its volumes',
      'Stop it, and delete volumes and addresses that nothing else uses',
    ],
    effort: 'low',
    oneTimeCost: '0',
    uses: { machines: [machine.key] },
    measuredBy: 'items',
  }
}

function unheldDraft(machine: Billed): Draft {
  const { item } = machine
  const part = machine.notHeldHours / machine.gpuHours
  return {
    subject: { kind: 'resource', id: item.key, name: item.name },
    step: 'schedule',
    grade: 'B',
    gradeReason: "billed hours and the scheduler's records; whether the gaps can be used is not tested",
    claims: [{ item: item.key, share: Math.min(1, part) }],
    sentence: `Nobody held ${percent(part)} of the GPU hours of ${item.name} (${machine.gpus} ${machine.gpuClass}): let other work in between jobs, or give the time back.`,
    calculation: [
      { label: 'GPU hours billed in 30 days', formula: 'billed', value: figure(machine.gpuHours, 1) },
      { label: 'GPU hours that nobody held', formula: 'billed - held', value: figure(machine.notHeldHours, 1) },
      { label: 'Part', formula: 'not held / billed', value: percent(part) },
      { label: 'Cost of those hours', formula: 'part x cost', value: money(part * Number(item.cost), item.currency) },
    ],
    evidence: machineRows([machine], () => `${figure(machine.notHeldHours)} GPU hours not held`),
    assumptions: [],
    risks: ['The gaps are too short or too far apart for other jobs.', 'The machine must stand ready for a deadline.'],
    actions: [
      'Let a queue of short or lower-priority jobs use the gaps',
      'Or release the machine between jobs where nothing is committed to it',
    ],
    effort: 'medium',
    oneTimeCost: '0',
    uses: { machines: [machine.key] },
    measuredBy: 'items',
  }
}
