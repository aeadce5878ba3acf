import { groupedBy } from '@/lib/core/grouped.ts'
import { scheduleSaving } from '@/lib/economics/schedule.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { KeyOf, Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import type { Billed } from './selection.ts'
import { billedMachines, commonName, costOf, machineRows, runsAroundTheClock } from './selection.ts'

const WEEKS = 3
const DEVELOPMENT = /^(dev|development|test|testing|sandbox|notebook|notebooks)$/i

const parameters: readonly Parameter[] = [
  {
    id: 'active-hours',
    label: 'Hours of the week with work, at most',
    unit: 'hours a week',
    default: 60,
    min: 1,
    max: 160,
    source: 'chosen for this product',
  },
  {
    id: 'keep-hours',
    label: 'Hours of the week to keep on where activity is not measured',
    unit: 'hours a week',
    default: 60,
    min: 1,
    max: 167,
    source: 'AWS Instance Scheduler example: 50; ten more for people',
    perFinding: true,
  },
  {
    id: 'margin',
    label: 'On top of the hours seen active',
    unit: 'share',
    default: 0.1,
    min: 0,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
  },
  {
    id: 'busy',
    label: 'GPU active above, or it is idle and not on a schedule',
    unit: 'share',
    default: 0.01,
    min: 0,
    max: 0.2,
    source: 'the limit of R1',
  },
]

/** Whether measured activity fits a schedule; null: not measured for three weeks. */
export function isOffAtNight({ telemetry }: Billed, values: Values): boolean | null {
  if (telemetry === null || telemetry.weeks < WEEKS || telemetry.coverage < 0.95) return null
  return (
    telemetry.activeHoursOfWeek > 0 &&
    telemetry.activeHoursOfWeek <= values('active-hours') &&
    telemetry.meanBusy > values('busy')
  )
}

/** R7: machines for people that run around the clock. Machines of one project, type and region are one finding. */
export const offHours: Rule = {
  id: 'off-hours',
  number: 'R7',
  title: 'Off-hours scheduling',
  lever: 'right-hardware',
  parameters,
  find(facts, values, keyOf) {
    const constant = billedMachines(facts).filter((machine) => runsAroundTheClock(machine) && machine.item.days >= 21)
    const fitting = constant.filter((machine) => {
      const measured = isOffAtNight(machine, values)
      return (
        measured === true ||
        (measured === null && machine.telemetry === null && DEVELOPMENT.test(machine.item.environment ?? ''))
      )
    })
    const groups = groupedBy(fitting, ({ item, instanceType, telemetry }) =>
      [
        item.provider,
        item.project ?? '',
        instanceType ?? '',
        item.region ?? '',
        telemetry ? 'measured' : 'tagged',
        item.currency,
      ].join('|'),
    )
    return { drafts: [...groups].map(([id, machines]) => draftOf(id, machines, values, keyOf)), missing: [] }
  },
}

function draftOf(id: string, machines: readonly Billed[], values: Values, keyOf: KeyOf): Draft {
  const { item, instanceType } = machines[0] as Billed
  const measured = machines.every(({ telemetry }) => telemetry !== null)
  const project = item.project ?? 'no project'
  const key = keyOf('project', id, item.currency)
  const keptOf = ({ telemetry }: Billed) =>
    measured
      ? Math.min(168, (telemetry?.activeHoursOfWeek ?? 168) * (1 + values('margin', key)))
      : values('keep-hours', key)
  const kept = machines.reduce((sum, machine) => sum + keptOf(machine), 0) / machines.length
  const cost = costOf(machines.map((machine) => machine.item))
  const names =
    commonName(machines.map((machine) => machine.item.name)) ||
    `${counted(machines.length, instanceType ?? 'machine')} of ${project}`
  return {
    subject: { kind: 'project', id, name: names },
    step: 'schedule',
    grade: measured ? 'A' : 'B',
    gradeReason: measured
      ? 'hours seen active in the last four weeks, and a tenth more'
      : 'the environment tag says development; activity is not measured',
    claims: machines.map((machine) => ({ item: machine.key, share: scheduleSaving(keptOf(machine)) })),
    sentence: `${names} (${counted(machines.length, 'machine')}) ${machines.length === 1 ? 'runs' : 'run'} 168 hours a week and ${measured ? 'need' : 'may need'} about ${figure(kept)}: stop outside working hours.`,
    calculation: [
      { label: 'Cost in 30 days', formula: 'billed', value: money(cost, item.currency) },
      {
        label: 'Hours of the week to keep',
        formula: measured ? `hours seen active x ${figure(1 + values('margin', key), 2)}` : 'assumed',
        value: figure(kept, 1),
      },
      { label: 'Part saved', formula: '(168 - kept) / 168', value: percent(scheduleSaving(kept)) },
      { label: 'Saved', formula: 'cost x part', value: money(cost * scheduleSaving(kept), item.currency) },
    ],
    evidence: machineRows(machines, ({ telemetry }) =>
      telemetry ? `busy in ${telemetry.activeHoursOfWeek} of 168 hours of the week` : 'activity not measured',
    ),
    assumptions: measured ? ['margin'] : ['keep-hours'],
    risks: [
      'Somebody trains overnight on them now and then.',
      'A machine may not start again when capacity is short.',
      'Holidays and time zones: the hours are UTC.',
    ],
    actions: [
      'Agree on hours with the people who use them',
      'Stop and start them by a scheduler',
      'Or stop a machine after 60 minutes without activity',
    ],
    effort: 'low',
    oneTimeCost: '0',
    uses: { machines: machines.map((machine) => machine.key) },
    measuredBy: 'items',
  }
}
