import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import type { Facts } from '../facts/facts.ts'
import type { Service } from '../facts/workloads.ts'
import type { Claim, EvidenceRow, Subject } from '../finding.ts'
import { figure, money } from '../wording.ts'
import type { Billed } from './selection.ts'
import { billedMachines } from './selection.ts'

/** A claim on the part of each machine that a service holds. */
export function serviceClaims(service: Service, share: number, expected?: number): Claim[] {
  return service.parts.map(({ item, fraction }) => ({
    item,
    share: Math.max(0, share) * fraction,
    ...(expected === undefined ? {} : { expected: Math.max(0, expected) * fraction }),
  }))
}

export function serviceSubject({ key, model, project }: Service): Subject {
  return { kind: 'model', id: key, name: `${model} in ${project}` }
}

/** GPUs of the machines that serve it, by the part that it holds. */
export function gpusOf(service: Service, facts: Facts): number {
  const machines = new Map(billedMachines(facts).map((machine) => [machine.key, machine]))
  return Math.max(
    1,
    Math.round(
      service.parts.reduce(
        (sum, { item, fraction }) =>
          sum + (machines.get(item)?.gpus ?? 0) * fraction * shareOfMonth(machines.get(item)),
        0,
      ),
    ),
  )
}

/** The part of the window that a machine ran. */
function shareOfMonth(machine: Billed | undefined): number {
  return machine && machine.gpus > 0 ? Math.min(1, machine.gpuHours / machine.gpus / 720) : 0
}

export function serviceRows(service: Service): EvidenceRow[] {
  const { tokensIn, tokensOut } = service
  return [
    {
      label: service.model,
      value: `${money(service.cost, service.currency)} for ${figure(service.gpuHours)} GPU hours`,
      note: service.gpuClasses.join(', '),
      link: { to: 'model', id: service.model },
    },
    { label: 'Project', value: service.project, link: { to: 'project', id: service.project } },
    {
      label: 'Tokens in 30 days',
      value:
        tokensIn === null && tokensOut === null
          ? 'not counted'
          : `${figure((tokensIn ?? 0) / 1e6)}M in, ${figure((tokensOut ?? 0) / 1e6)}M out`,
    },
  ]
}

/** The class that most of its GPU hours are on, or null. */
export function mainClass(service: Service, facts: Facts) {
  const keys = new Map(service.parts.map(({ item, fraction }) => [item, fraction]))
  const hours = new Map<string, number>()
  for (const machine of facts.machines) {
    const fraction = keys.get(machine.key)
    if (fraction !== undefined)
      hours.set(machine.gpuClass, (hours.get(machine.gpuClass) ?? 0) + machine.gpuHours * fraction)
  }
  const [top] = [...hours].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return top ? gpuClass(top[0]) : null
}

/** What a finding about a service is made of. */
export function serviceUses(service: Service) {
  return { services: [service.key], machines: service.parts.map(({ item }) => item) }
}
