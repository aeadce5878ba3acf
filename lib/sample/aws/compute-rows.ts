import type { AwsLine, AwsRow } from '@/lib/sample/aws/columns.ts'
import type { SavingsPlanKey } from '@/lib/sample/aws/commitments.ts'
import {
  commitmentTerm,
  reservation,
  reservationArn,
  savingsPlanArn,
  savingsPlans,
} from '@/lib/sample/aws/commitments.ts'
import type { AwsFleet } from '@/lib/sample/aws/fleet.ts'
import { instanceOf, instanceTags } from '@/lib/sample/aws/instance.ts'
import { awsOnDemandRate, awsSpotRate } from '@/lib/sample/aws/rates.ts'
import { amountColumns, billColumns, costColumns, timeColumns, timeOf } from '@/lib/sample/aws/row.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, negated, times, toText } from '@/lib/sample/decimal.ts'
import { isHourly, nodeDays, slotsOf } from '@/lib/sample/fleet.ts'

/** A charge of a node: what is the same on every row of the node and day, what the hour adds, and how much. */
type NodeCharge = { fixed: AwsLine; time: { start: string; end: string; id: string }; hours: Decimal }

/** The line items of a fleet's instance hours on a day. */
export function* fleetRows(fleet: AwsFleet, day: SampleDay, ctx: SampleContext): Generator<AwsLine> {
  for (const { node, steps } of nodeDays(fleet, day, ctx.noise)) {
    const fixed = [billColumns(day.month), instanceOf(fleet, node).columns, instanceTags(fleet, node, day)]
    for (const { hour, hours } of slotsOf(steps, isHourly(fleet, node, day, ctx.scale, ctx.noise))) {
      const start = timeOf(day.date, day.next, hour ?? 0)
      const end = timeOf(day.date, day.next, hour === null ? 24 : hour + 1)
      yield* pricedRows({ fixed, time: { start, end, id: `${fleet.id} ${node} ${start}` }, hours }, fleet, day, ctx)
    }
  }
}

function* pricedRows(charge: NodeCharge, fleet: AwsFleet, day: SampleDay, ctx: SampleContext): Generator<AwsLine> {
  const { fixed, time, hours } = charge
  const { ondemandText, spotText } = instanceOf(fleet, 0)
  const rate = awsOnDemandRate(fleet.instanceType, fleet.region, day)
  const row = {
    ...timeColumns(time.start, time.end, time.id),
    pricing_public_on_demand_rate: toText(rate),
    pricing_public_on_demand_cost: toText(times(hours, rate)),
  }
  const ondemand = {
    ...costColumns(hours, rate),
    line_item_line_item_description: `$${toText(rate)} per On Demand ${ondemandText}`,
    pricing_term: 'OnDemand',
  }
  switch (fleet.pricing) {
    case 'on-demand':
      yield [...fixed, { ...row, ...ondemand, line_item_line_item_type: 'Usage' }]
      return
    case 'spot':
      yield [
        ...fixed,
        {
          ...row,
          ...costColumns(hours, awsSpotRate(fleet.instanceType)),
          line_item_line_item_type: 'Usage',
          line_item_line_item_description: spotText,
          line_item_operation: 'RunInstances:SV001',
          pricing_term: 'Spot',
        },
      ]
      return
    case 'reserved':
      yield [
        ...fixed,
        {
          ...row,
          ...reservedColumns(hours, ctx, day),
          line_item_line_item_description: `${ondemandText}, reserved instance applied`,
        },
      ]
      return
    default:
      yield [
        ...fixed,
        planColumns(fleet.pricing, day, ctx),
        { ...row, ...ondemand, ...coveredColumns(fleet.pricing, hours) },
      ]
      yield [...fixed, planColumns(fleet.pricing, day, ctx), negation(charge, fleet, rate)]
  }
}

function reservedColumns(hours: Decimal, ctx: SampleContext, day: SampleDay): AwsRow {
  const term = commitmentTerm(ctx.until, reservation.startedAgo, day.date)
  const effective = toText(times(hours, decimal(reservation.rate)))
  return {
    line_item_line_item_type: 'DiscountedUsage',
    line_item_usage_amount: toText(hours),
    ...amountColumns(decimal('0'), decimal('0')),
    pricing_term: 'Reserved',
    pricing_purchase_option: 'No Upfront',
    pricing_lease_contract_length: '1yr',
    pricing_offering_class: 'standard',
    reservation_reservation_a_r_n: reservationArn,
    reservation_subscription_id: reservation.id,
    reservation_start_time: term.start,
    reservation_end_time: term.end,
    reservation_effective_cost: effective,
    reservation_recurring_fee_for_usage: effective,
    reservation_amortized_upfront_cost_for_usage: '0',
  }
}

const plans = new Map<string, AwsRow>()

/** The columns of the plan that covers a row. */
function planColumns(key: SavingsPlanKey, day: SampleDay, ctx: SampleContext): AwsRow {
  const plan = savingsPlans[key]
  const term = commitmentTerm(ctx.until, plan.startedAgo, day.date)
  const id = `${key} ${term.start}`
  const columns = plans.get(id) ?? {
    savings_plan_savings_plan_a_r_n: savingsPlanArn(key),
    savings_plan_offering_type: plan.offering,
    savings_plan_payment_option: 'No Upfront',
    savings_plan_purchase_term: '1yr',
    savings_plan_region: plan.region,
    savings_plan_instance_type_family: plan.family,
    savings_plan_start_time: term.start,
    savings_plan_end_time: term.end,
  }
  plans.set(id, columns)
  return columns
}

/** A covered line shows the on-demand price; its effective cost is what it took from the commitment. */
function coveredColumns(key: SavingsPlanKey, hours: Decimal): AwsRow {
  const { rate } = savingsPlans[key]
  return {
    line_item_line_item_type: 'SavingsPlanCoveredUsage',
    savings_plan_savings_plan_rate: rate,
    savings_plan_savings_plan_effective_cost: toText(times(hours, decimal(rate))),
  }
}

/** The line that takes a covered line off the invoice again. */
function negation({ time, hours }: NodeCharge, fleet: AwsFleet, rate: Decimal): AwsRow {
  const { columns } = instanceOf(fleet, 0)
  return {
    ...timeColumns(time.start, time.end, `negation ${time.id}`),
    ...amountColumns(negated(times(hours, rate)), null),
    line_item_line_item_type: 'SavingsPlanNegation',
    line_item_line_item_description: `SavingsPlanNegation used by AccountId : ${columns.line_item_usage_account_id} and UsageSku : ${columns.product_sku}`,
    line_item_usage_amount: toText(hours),
    savings_plan_savings_plan_effective_cost: '0',
  }
}
