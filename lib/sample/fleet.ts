import type { Activity } from '@/lib/sample/activity.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { steps } from '@/lib/sample/decimal.ts'
import type { Noise } from '@/lib/sample/noise.ts'
import type { Labels } from '@/lib/sample/world.ts'

/** A group of equal machines that does one job. */
export type Fleet<Pricing extends string> = {
  id: string
  account: string
  labels: Labels | null
  instanceType: string
  region: string
  pricing: Pricing
  /** The most nodes it has. */
  nodes: number
  /** Nodes wanted on a day: 1.4 is one node all day and one for 40% of it. */
  demand: Activity
  /** Random relative change of the demand, 0.05 is +-5%. */
  jitter?: number
  /** The chance that a node is interrupted on a day and loses up to half of it. */
  interrupted?: number
  run?: (day: SampleDay) => string | null
  /** Prefix of the Name tag. */
  name?: string
  /** Written hour by hour for this many days before the end, whatever the scale. */
  hourlyDays?: number
  /** The share of its nodes that are written hour by hour at scale 1. */
  hourlyShare?: number
}

/** One node on one day; hours are counted in steps of 9 seconds (0.0025 h), which are exact in hours and in seconds. */
export type NodeDay = { node: number; steps: number }

/** A charge period within a day: hour `hour` of it, or the whole day when `hour` is null. */
export type Slot = { hour: number | null; hours: Decimal }

const STEPS_PER_HOUR = 400
const STEPS_PER_DAY = 24 * STEPS_PER_HOUR

/** Hours as an exact decimal. */
export function hoursOf(count: number): Decimal {
  return steps(count * 25, 4)
}

/** The nodes that ran on a day, and for how long. */
export function nodeDays(fleet: Fleet<string>, day: SampleDay, noise: Noise): NodeDay[] {
  const wobble = 1 + (noise(`demand ${fleet.id} ${day.date}`) - 0.5) * 2 * (fleet.jitter ?? 0)
  const demand = Math.min(fleet.nodes, fleet.demand(day) * wobble)
  const out: NodeDay[] = []
  for (let node = 0; node < demand; node++) {
    const share = Math.min(1, demand - node)
    const lost = interruption(fleet, node, day, noise)
    const count = Math.round(share * (1 - lost) * STEPS_PER_DAY)
    if (count > 0) out.push({ node, steps: count })
  }
  return out
}

function interruption(fleet: Fleet<string>, node: number, day: SampleDay, noise: Noise): number {
  if (!fleet.interrupted) return 0
  const roll = noise(`interrupted ${fleet.id} ${node} ${day.date}`)
  return roll < fleet.interrupted ? roll / fleet.interrupted / 2 : 0
}

/** Whether a node's day is written hour by hour. More scale means more hourly nodes and never more money. */
export function isHourly(fleet: Fleet<string>, node: number, day: SampleDay, scale: number, noise: Noise): boolean {
  if (day.ago < (fleet.hourlyDays ?? 0)) return true
  return noise(`grain ${fleet.id} ${node}`) < (fleet.hourlyShare ?? 0.04) * scale
}

/** The charge periods of a node's day. A node that does not run all day starts at 7:00, or as late as it still can. */
export function slotsOf(count: number, hourly: boolean): Slot[] {
  if (!hourly) return [{ hour: null, hours: hoursOf(count) }]
  const slots: Slot[] = []
  let hour = Math.max(0, Math.min(7, 24 - Math.ceil(count / STEPS_PER_HOUR)))
  for (let left = count; left > 0; left -= STEPS_PER_HOUR) {
    slots.push({ hour, hours: hoursOf(Math.min(left, STEPS_PER_HOUR)) })
    hour++
  }
  return slots
}
