import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { groupedBy } from '@/lib/core/grouped.ts'
import { gpusNeeded } from '@/lib/economics/consolidation.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import type { Billed } from './selection.ts'
import { billedMachines, commonName, costOf, machineRows } from './selection.ts'

const GIB = 1.073741824

const parameters: readonly Parameter[] = [
  {
    id: 'memory-each',
    label: 'Memory of one workload at most',
    unit: 'share',
    default: 0.5,
    min: 0.05,
    max: 1,
    source: 'two or more fit a GPU',
  },
  {
    id: 'busy',
    label: 'GPU active at most, 95th percentile',
    unit: 'share',
    default: 0.4,
    min: 0.05,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'memory',
    label: 'Memory of a shared GPU used at most',
    unit: 'share',
    default: 0.9,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
  },
  {
    id: 'compute',
    label: 'Activity of a shared GPU at most',
    unit: 'share',
    default: 0.7,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
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

/** R8: GPUs of one project and type that together would fit fewer machines, by MIG or time-slicing. */
export const shareGpus: Rule = {
  id: 'share-gpus',
  number: 'R8',
  title: 'Shared GPUs (MIG, time-slicing)',
  lever: 'right-hardware',
  parameters,
  find(facts, values, keyOf) {
    const light = billedMachines(facts).filter((machine) => isLight(machine, values))
    const groups = groupedBy(light, ({ item, gpuClass: id, gpus }) =>
      [item.provider, item.region ?? '', item.project ?? '', id, gpus, item.currency].join('|'),
    )
    return {
      drafts: [...groups].flatMap(([id, machines]) =>
        draftOf(id, machines, (name) => values(name, keyOf('project', id, machines[0]?.item.currency ?? ''))),
      ),
      missing: [],
    }
  },
}

function memoryOf({ telemetry, gpuClass: id }: Billed): number | null {
  const whole = gpuClass(id)?.memoryGb ?? null
  return telemetry?.memoryGibP95 === null || telemetry?.memoryGibP95 === undefined || whole === null
    ? null
    : (telemetry.memoryGibP95 * GIB) / whole
}

function isLight(machine: Billed, values: Values): boolean {
  const memory = memoryOf(machine)
  const { telemetry } = machine
  return (
    memory !== null &&
    telemetry !== null &&
    memory <= values('memory-each') &&
    telemetry.p95Busy <= values('busy') &&
    telemetry.meanBusy > values('idle')
  )
}

function draftOf(id: string, machines: readonly Billed[], values: (id: string) => number): Draft[] {
  const first = machines[0] as Billed
  const loads = machines.flatMap((machine) =>
    Array.from({ length: machine.gpus }, () => ({
      memory: memoryOf(machine) ?? 1,
      compute: machine.telemetry?.meanBusy ?? 1,
    })),
  )
  const needed = gpusNeeded(loads, { memory: values('memory'), compute: values('compute') })
  const after = Math.ceil(needed / first.gpus)
  if (loads.length < 2 || after >= machines.length) return []
  const share = 1 - after / machines.length
  const cost = costOf(machines.map(({ item }) => item))
  const names =
    commonName(machines.map(({ item }) => item.name)) ||
    `${counted(machines.length, first.instanceType ?? 'machine')} of ${first.item.project ?? 'no project'}`
  return [
    {
      subject: { kind: 'project', id, name: names },
      step: 'right-size',
      grade: 'C',
      gradeReason: 'peaks of the workloads are not known in time, so they may meet',
      claims: machines.map(({ key }) => ({ item: key, share })),
      sentence: `${counted(loads.length, 'GPU')} of ${names} would fit ${figure(needed)}: share them and keep ${counted(after, 'machine')} of ${machines.length}.`,
      calculation: [
        { label: 'GPUs now', formula: 'machines x GPUs', value: figure(loads.length) },
        {
          label: 'GPUs needed',
          formula: `first fit by memory, to ${percent(values('memory'))} of memory and ${percent(values('compute'))} of activity`,
          value: figure(needed),
        },
        { label: 'Machines freed', formula: 'now - after', value: figure(machines.length - after) },
        { label: 'Saved at most', formula: 'cost x freed / now', value: money(cost * share, first.item.currency) },
      ],
      evidence: machineRows(
        machines,
        (machine) =>
          `memory ${percent(memoryOf(machine) ?? 0)}, active ${percent(machine.telemetry?.p95Busy ?? 0)} at the 95th percentile`,
      ),
      assumptions: ['memory', 'compute'],
      risks: [
        'Time-slicing has no isolation of memory or faults; MIG has, in fixed sizes, on A100, A30 and newer.',
        'Workloads slow each other down when their peaks meet.',
        'Nothing is saved unless a whole machine is freed.',
      ],
      actions: [
        'Try two workloads on one GPU for a week',
        'Use MIG where they must not see each other',
        'Free the machines that are left',
      ],
      effort: 'medium',
      oneTimeCost: '0',
      uses: { machines: machines.map(({ key }) => key) },
      measuredBy: 'project',
    },
  ]
}
