import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import { hoursUnder } from '@/lib/sample/aws/commitment-rows.ts'
import { hourlyCommitment, reservation, savingsPlanArn, savingsPlans } from '@/lib/sample/aws/commitments.ts'
import type { AwsFleet } from '@/lib/sample/aws/fleet.ts'
import { awsFleets } from '@/lib/sample/aws/fleets.ts'
import { instanceOf } from '@/lib/sample/aws/instance.ts'
import { awsMetered } from '@/lib/sample/aws/metered-services.ts'
import type { AwsMetered } from '@/lib/sample/aws/metered-shapes.ts'
import { awsAccounts } from '@/lib/sample/aws/places.ts'
import { awsOnDemandRate, p5BeforeCut } from '@/lib/sample/aws/rates.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import { sampleDays } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, minus, plus, steps, sum, times, toText } from '@/lib/sample/decimal.ts'
import { hoursOf, nodeDays } from '@/lib/sample/fleet.ts'
import { meteredCost } from '@/lib/sample/metered.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import * as story from '@/lib/sample/story.ts'
import { COLD_BUCKET, isOrphan } from '@/lib/sample/usage/description-files.ts'

export type PlantedId =
  | 'idle-reserved-node'
  | 'half-used-savings-plan'
  | 'untagged-account'
  | 'on-demand-rate-cut'
  | 'lost-spot-spike'
  | 'notebooks-at-night'
  | 'region-price-gap'
  | 'orphaned-volumes'
  | 'cold-checkpoints'

/** Something put into the sample on purpose, and its true size. */
export type PlantedFact = {
  id: PlantedId
  provider: 'aws'
  subject: {
    kind: 'resource' | 'commitment' | 'account' | 'instance-type' | 'project' | 'resource-name' | 'bucket'
    value: string
  }
  /** Half-open. */
  period: { from: Day; to: Day }
  currency: 'USD'
  /** Exact decimal text. */
  size: string
}

function fleetNamed(id: string): AwsFleet {
  const fleet = awsFleets.find((candidate) => candidate.id === id)
  if (!fleet) throw new Error(`no fleet ${id}`)
  return fleet
}

function hoursOn(fleet: AwsFleet, day: SampleDay, ctx: SampleContext): Decimal {
  return sum(nodeDays(fleet, day, ctx.noise).map((node) => hoursOf(node.steps)))
}

function onDemandCost(fleet: AwsFleet, day: SampleDay, ctx: SampleContext): Decimal {
  return times(hoursOn(fleet, day, ctx), awsOnDemandRate(fleet.instanceType, fleet.region, day))
}

function unusedOn(day: SampleDay, ctx: SampleContext): Decimal {
  const used = times(hoursUnder('sp-g6e', day, ctx), decimal(savingsPlans['sp-g6e'].rate))
  return minus(times(hourlyCommitment('sp-g6e'), decimal('24')), used)
}

function accountCost(day: SampleDay, ctx: SampleContext): Decimal {
  const fleets = awsFleets.filter((fleet) => fleet.account === 'sandbox')
  const meters = awsMetered.filter((meter) => meter.account === 'sandbox')
  return plus(
    sum(fleets.map((fleet) => onDemandCost(fleet, day, ctx))),
    sum(meters.map((meter) => meteredCost(meter, day, ctx.noise))),
  )
}

/** What is saved by a rate cut: the on-demand hours since, at the difference. */
function cutSaving(day: SampleDay, ctx: SampleContext): Decimal {
  const fleets = awsFleets.filter((fleet) => fleet.instanceType === 'p5.48xlarge' && fleet.pricing === 'on-demand')
  const difference = minus(p5BeforeCut, awsOnDemandRate('p5.48xlarge', 'us-east-2', day))
  return times(sum(fleets.map((fleet) => hoursOn(fleet, day, ctx))), difference)
}

/** Cost of the notebooks outside Monday to Friday, 8:00 to 20:00 UTC; they all run around the clock. */
function nightCost(day: SampleDay): Decimal {
  const fleet = fleetNamed('notebook')
  const hours = steps(fleet.nodes * (day.weekday < 5 ? 12 : 24), 0)
  return times(hours, awsOnDemandRate(fleet.instanceType, fleet.region, day))
}

function gapCost(day: SampleDay, ctx: SampleContext): Decimal {
  const fleet = fleetNamed('reindex-seoul')
  const here = awsOnDemandRate(fleet.instanceType, fleet.region, day)
  return times(hoursOn(fleet, day, ctx), minus(here, awsOnDemandRate(fleet.instanceType, 'us-east-1', day)))
}

/** Cost of those meters of the AWS bill that are no machine. */
function meteredOn(day: SampleDay, ctx: SampleContext, which: (meter: AwsMetered) => boolean): Decimal {
  return sum(awsMetered.filter(which).map((meter) => meteredCost(meter, day, ctx.noise)))
}

/** Everything that was planted, with its size for an `until` and seed, or that of its last `most` days. Sizes do not depend on the scale. */
export function plantedFacts(until: Day, seed: number = defaultSeed, most = Number.POSITIVE_INFINITY): PlantedFact[] {
  const ctx: SampleContext = { until, scale: 1, noise: createNoise(seed) }
  const days = sampleDays(until)
  const fact = (
    id: PlantedId,
    kind: PlantedFact['subject']['kind'],
    value: string,
    [begun, end]: [number, number],
    sizeOn: (day: SampleDay) => Decimal,
  ): PlantedFact => {
    const start = Math.min(begun, most - 1)
    return {
      id,
      provider: 'aws',
      subject: { kind, value },
      period: { from: addDays(until, -start), to: addDays(until, 1 - end) },
      currency: 'USD',
      size: toText(sum(days.filter((day) => day.ago <= start && day.ago >= end).map(sizeOn))),
    }
  }
  const all: [number, number] = [days.length - 1, 0]
  const idleNode = instanceOf(fleetNamed('caption-reserved'), 0).columns.line_item_resource_id ?? ''
  const idle = () => times(decimal('24'), decimal(reservation.rate))
  const spike = fleetNamed('video-spike')
  const halfUsed: [number, number] = [story.halfUsedPlan.start, story.halfUsedPlan.end]
  return [
    fact('idle-reserved-node', 'resource', idleNode, [story.captioningEndedAgo, 0], idle),
    fact('half-used-savings-plan', 'commitment', savingsPlanArn('sp-g6e'), halfUsed, (day) => unusedOn(day, ctx)),
    fact('untagged-account', 'account', awsAccounts.sandbox.id, all, (day) => accountCost(day, ctx)),
    fact('on-demand-rate-cut', 'instance-type', 'p5.48xlarge', [story.rateCutAgo, 0], (day) => cutSaving(day, ctx)),
    fact('lost-spot-spike', 'project', 'video-tagging', [story.spikeAgo, story.spikeAgo], (day) =>
      onDemandCost(spike, day, ctx),
    ),
    fact('notebooks-at-night', 'resource-name', 'notebook-*', [29, 0], nightCost),
    fact('region-price-gap', 'instance-type', 'p4d.24xlarge', all, (day) => gapCost(day, ctx)),
    fact('orphaned-volumes', 'project', 'image-captioning', [story.captioningEndedAgo, 0], (day) =>
      meteredOn(day, ctx, ({ resource }) => isOrphan(resource)),
    ),
    fact('cold-checkpoints', 'bucket', COLD_BUCKET, [29, 0], (day) =>
      meteredOn(day, ctx, ({ resource }) => resource === COLD_BUCKET),
    ),
  ]
}
