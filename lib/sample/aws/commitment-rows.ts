import type { AwsRow } from '@/lib/sample/aws/columns.ts'
import type { SavingsPlanKey } from '@/lib/sample/aws/commitments.ts'
import {
  commitmentTerm,
  hourlyCommitment,
  reservation,
  reservationArn,
  savingsPlanArn,
  savingsPlans,
} from '@/lib/sample/aws/commitments.ts'
import type { AwsPricing } from '@/lib/sample/aws/fleet.ts'
import { awsFleets } from '@/lib/sample/aws/fleets.ts'
import { accountColumns, amountColumns, billColumns, costColumns, timeColumns, timeOf } from '@/lib/sample/aws/row.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'
import { billedSpan } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, minus, sum, times, toText, zero } from '@/lib/sample/decimal.ts'
import { hoursOf, nodeDays } from '@/lib/sample/fleet.ts'
import { hexId } from '@/lib/sample/noise.ts'

const day24 = decimal('24')

/** Instance hours of every fleet with a pricing on a day. */
export function hoursUnder(pricing: AwsPricing, day: SampleDay, ctx: SampleContext): Decimal {
  const fleets = awsFleets.filter((fleet) => fleet.pricing === pricing)
  return sum(fleets.flatMap((fleet) => nodeDays(fleet, day, ctx.noise).map(({ steps }) => hoursOf(steps))))
}

/** The fee of a savings plan for a day: committed = used by covered lines + unused. */
export function savingsPlanFeeRow(key: SavingsPlanKey, day: SampleDay, ctx: SampleContext): AwsRow {
  const plan = savingsPlans[key]
  const committed = times(hourlyCommitment(key), day24)
  const used = times(hoursUnder(key, day, ctx), decimal(plan.rate))
  const term = commitmentTerm(ctx.until, plan.startedAgo, day.date)
  const arn = savingsPlanArn(key)
  return {
    ...billColumns(day.month),
    ...accountColumns('payer'),
    ...timeColumns(timeOf(day.date, day.next, 0), timeOf(day.date, day.next, 24), `${key} ${day.date}`),
    ...costColumns(day24, hourlyCommitment(key)),
    line_item_line_item_type: 'SavingsPlanRecurringFee',
    line_item_line_item_description: `1 year No Upfront ${plan.offering} fee`,
    line_item_product_code: 'ComputeSavingsPlans',
    line_item_usage_type: plan.usageType,
    line_item_resource_id: arn,
    pricing_unit: 'Hrs',
    product: JSON.stringify({ product_name: 'Savings Plans for AWS Compute usage', region: plan.region }),
    product_product_family: plan.offering,
    product_servicecode: 'ComputeSavingsPlans',
    product_usagetype: plan.usageType,
    product_sku: hexId(`aws sku ${key}`, 16).toUpperCase(),
    resource_tags: '{}',
    savings_plan_savings_plan_a_r_n: arn,
    savings_plan_offering_type: plan.offering,
    savings_plan_payment_option: 'No Upfront',
    savings_plan_purchase_term: '1yr',
    savings_plan_region: plan.region,
    savings_plan_instance_type_family: plan.family,
    savings_plan_start_time: term.start,
    savings_plan_end_time: term.end,
    savings_plan_total_commitment_to_date: toText(committed),
    savings_plan_used_commitment: toText(used),
    savings_plan_recurring_commitment_for_billing_period: toText(committed),
    savings_plan_amortized_upfront_commitment_for_billing_period: '0',
  }
}

/** The reservation's fee for the month so far: fee = effective cost of covered usage + unused part. */
export function reservationFeeRow(month: SampleMonth, ctx: SampleContext): AwsRow {
  const { from, to } = billedSpan(month)
  const hours = times(day24, decimal(String(month.days.length)))
  const used = sum(month.days.map((day) => hoursUnder('reserved', day, ctx)))
  const unused = minus(hours, used)
  const rate = decimal(reservation.rate)
  const term = commitmentTerm(ctx.until, reservation.startedAgo, to)
  const usageType = `USW2-HeavyUsage:${reservation.instanceType}`
  return {
    ...billColumns(month.month),
    ...accountColumns('research'),
    ...timeColumns(timeOf(from, from, 0), timeOf(to, to, 0), `reservation ${month.month}`),
    ...costColumns(hours, rate),
    line_item_line_item_type: 'RIFee',
    line_item_line_item_description: `USD ${reservation.rate} hourly fee per Linux/UNIX (Amazon VPC), ${reservation.instanceType} instance`,
    line_item_product_code: 'AmazonEC2',
    line_item_operation: 'RunInstances',
    line_item_usage_type: usageType,
    line_item_resource_id: reservationArn,
    pricing_unit: 'Hrs',
    pricing_term: 'Reserved',
    pricing_purchase_option: 'No Upfront',
    pricing_lease_contract_length: '1yr',
    pricing_offering_class: 'standard',
    product: JSON.stringify({ product_name: 'Amazon Elastic Compute Cloud', region: 'us-west-2' }),
    product_instance_type: reservation.instanceType,
    product_instance_family: 'GPU instance',
    product_product_family: 'Compute Instance',
    product_region_code: 'us-west-2',
    product_servicecode: 'AmazonEC2',
    product_usagetype: usageType,
    resource_tags: '{}',
    reservation_reservation_a_r_n: reservationArn,
    reservation_subscription_id: reservation.id,
    reservation_start_time: term.start,
    reservation_end_time: term.end,
    reservation_number_of_reservations: '1',
    reservation_total_reserved_units: toText(hours),
    reservation_units_per_reservation: toText(hours),
    reservation_unused_quantity: toText(unused),
    reservation_unused_recurring_fee: toText(times(unused, rate)),
    reservation_unused_amortized_upfront_fee_for_billing_period: toText(zero),
    reservation_amortized_upfront_fee_for_billing_period: toText(zero),
    reservation_upfront_value: toText(zero),
  }
}

/** A one-line charge or credit of a month: support, tax, credits and refunds. */
export function monthlyRow(month: SampleMonth, id: string, amount: Decimal, columns: AwsRow): AwsRow {
  const { from, to } = billedSpan(month)
  return {
    ...billColumns(month.month),
    ...accountColumns('payer'),
    ...timeColumns(timeOf(from, from, 0), timeOf(to, to, 0), `${id} ${month.month}`),
    ...amountColumns(amount, null),
    line_item_usage_amount: '1',
    product: '{}',
    resource_tags: '{}',
    ...columns,
  }
}
