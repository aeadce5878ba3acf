import type { Day } from '@/lib/core/period.ts'
import { addDays, addMonths, dayCount, monthStart } from '@/lib/core/period.ts'
import type { Fraction } from './exact-share.ts'
import { between, fractionOf, plus, shareOut, times } from './exact-share.ts'

/** Machines of one kind. Watts are decimal text, as drawn at work. */
export type NodeGroup = { names: string[]; gpuClass: string; gpusPerNode: number; wattsPerGpu: string }

/** What a cluster of our own costs. Money is decimal text in `currency`; months are calendar months. */
export type OwnedTerms = {
  name: string
  region: string | null
  groups: NodeGroup[]
  purchasePrice: string
  currency: string
  lifeMonths: number
  inServiceFrom: Day
  /** The first day on which it is gone; null: still in service. */
  outOfServiceFrom: Day | null
  hostWattsPerNode: string
  pue: string
  pricePerKwh: string
  hostingPerMonth: string
  peoplePerMonth: string
}

export const components = ['hardware', 'power', 'hosting', 'people'] as const
export type Component = (typeof components)[number]

/** What one machine costs on one day, in units of 1e-12 of the currency. It is there for 24 hours. */
export type NodeDay = { day: Day; node: string; group: NodeGroup; cost: Record<Component, bigint> }

/**
 * The daily cost of every machine in a month, for the days on which the cluster is in service and that lie before `until`. What is said for
 * the cluster is shared by GPUs. Pieces add up exactly: hardware to the purchase price over the life, hosting and people to their monthly
 * amount over a whole month. Hardware: straight line, price / life in months, by the days of each month; nothing after the life. Power: (GPUs x W
 * + host W) x 24 h / 1000 x PUE x price per kWh. Pure.
 */
export function nodeDays(terms: OwnedTerms, month: Day, until: Day): NodeDay[] {
  const nodes = terms.groups.flatMap((group) => group.names.map((node) => ({ node, group })))
  const weights = nodes.map(({ group }) => group.gpusPerNode)
  const power = new Map(terms.groups.map((group) => [group, powerOf(terms, group)]))
  const out: NodeDay[] = []
  for (const day of daysInService(terms, month, until)) {
    const shared = {
      hardware: shareOut(hardwareOf(terms, day), weights),
      hosting: shareOut(monthlyOf(terms.hostingPerMonth, day), weights),
      people: shareOut(monthlyOf(terms.peoplePerMonth, day), weights),
    }
    for (const [at, { node, group }] of nodes.entries()) {
      const cost = {
        hardware: shared.hardware[at] ?? 0n,
        power: power.get(group) ?? 0n,
        hosting: shared.hosting[at] ?? 0n,
        people: shared.people[at] ?? 0n,
      }
      out.push({ day, node, group, cost })
    }
  }
  return out
}

/** The months in which the cluster is in service before `until`, by their first day. */
export function monthsInService(terms: OwnedTerms, until: Day): Day[] {
  const end = terms.outOfServiceFrom !== null && terms.outOfServiceFrom < until ? terms.outOfServiceFrom : until
  const months: Day[] = []
  for (let month = monthStart(terms.inServiceFrom); month < end; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The GPUs of a cluster. */
export function gpusOf(terms: OwnedTerms): number {
  return terms.groups.reduce((sum, group) => sum + group.names.length * group.gpusPerNode, 0)
}

function daysInService(terms: OwnedTerms, month: Day, until: Day): Day[] {
  const days: Day[] = []
  const next = addMonths(month, 1)
  for (let day = month; day < next && day < until; day = addDays(day, 1)) {
    if (day >= terms.inServiceFrom && (terms.outOfServiceFrom === null || day < terms.outOfServiceFrom)) days.push(day)
  }
  return days
}

/** Power of a machine and day. Cut to 1e-12 like everything else; with sensible digits nothing is cut. */
function powerOf(terms: OwnedTerms, group: NodeGroup): bigint {
  const watts = plus(
    times(fractionOf(group.wattsPerGpu), { top: BigInt(group.gpusPerNode), bottom: 1n }),
    fractionOf(terms.hostWattsPerNode),
  )
  const kilowattHours = times(watts, { top: 24n, bottom: 1000n })
  return between(nothing, times(times(kilowattHours, fractionOf(terms.pue)), fractionOf(terms.pricePerKwh)))
}

const nothing: Fraction = { top: 0n, bottom: 1n }

function monthlyOf(amount: string, day: Day): bigint {
  const days = BigInt(daysOf(day))
  const done = BigInt(Number(day.slice(8)) - 1)
  const monthly = fractionOf(amount)
  return between(times(monthly, { top: done, bottom: days }), times(monthly, { top: done + 1n, bottom: days }))
}

function hardwareOf(terms: OwnedTerms, day: Day): bigint {
  const price = fractionOf(terms.purchasePrice)
  return between(times(price, lifeUsed(terms, day)), times(price, lifeUsed(terms, addDays(day, 1))))
}

/** The part of the life that is over when `day` begins: whole months and parts of the first and of this one, at most all of it. */
function lifeUsed({ inServiceFrom, lifeMonths }: OwnedTerms, day: Day): Fraction {
  const first = monthStart(inServiceFrom)
  const months =
    (Number(day.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(first.slice(5, 7))
  const skipped = { top: -BigInt(Number(inServiceFrom.slice(8)) - 1), bottom: BigInt(daysOf(inServiceFrom)) }
  const inThis = { top: BigInt(Number(day.slice(8)) - 1), bottom: BigInt(daysOf(day)) }
  const elapsed = plus(plus({ top: BigInt(months), bottom: 1n }, skipped), inThis)
  const used = { top: elapsed.top, bottom: elapsed.bottom * BigInt(lifeMonths) }
  return used.top >= used.bottom ? { top: 1n, bottom: 1n } : used
}

function daysOf(day: Day): number {
  const month = monthStart(day)
  return dayCount({ from: month, to: addMonths(month, 1) })
}
