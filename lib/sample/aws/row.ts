import { addMonths } from '@/lib/core/period.ts'
import type { AwsRow } from '@/lib/sample/aws/columns.ts'
import type { AwsAccount } from '@/lib/sample/aws/places.ts'
import { awsAccounts } from '@/lib/sample/aws/places.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { times, toText } from '@/lib/sample/decimal.ts'
import { hexId } from '@/lib/sample/noise.ts'
import type { Tags } from '@/lib/sample/world.ts'

const months = new Map<string, AwsRow>()

/** The bill_* columns of a month. */
export function billColumns(month: string): AwsRow {
  const known = months.get(month)
  if (known) return known
  const first = `${month}-01`
  const columns: AwsRow = {
    bill_bill_type: 'Anniversary',
    bill_billing_entity: 'AWS',
    bill_billing_period_start_date: `${first}T00:00:00.000Z`,
    bill_billing_period_end_date: `${addMonths(first, 1)}T00:00:00.000Z`,
    bill_invoice_id: String(Number.parseInt(hexId(`aws invoice ${month}`, 7), 16) + 1_800_000_000),
    bill_invoicing_entity: 'Amazon Web Services, Inc.',
    bill_payer_account_id: awsAccounts.payer.id,
    bill_payer_account_name: awsAccounts.payer.name,
    line_item_currency_code: 'USD',
    line_item_legal_entity: 'Amazon Web Services, Inc.',
    pricing_currency: 'USD',
    cost_category: '{}',
    discount: '{}',
  }
  months.set(month, columns)
  return columns
}

export function accountColumns(account: AwsAccount): AwsRow {
  return {
    line_item_usage_account_id: awsAccounts[account].id,
    line_item_usage_account_name: awsAccounts[account].name,
  }
}

/** A charge period and the row's id, which is unique in its file. */
export function timeColumns(start: string, end: string, id: string): AwsRow {
  return {
    identity_line_item_id: hexId(id, 40),
    identity_time_interval: `${start.slice(0, 19)}Z/${end.slice(0, 19)}Z`,
    line_item_usage_start_date: start,
    line_item_usage_end_date: end,
  }
}

/** Quantity x rate, as the unblended and blended cost. */
export function costColumns(quantity: Decimal, rate: Decimal): AwsRow {
  return { line_item_usage_amount: toText(quantity), ...amountColumns(times(quantity, rate), rate) }
}

export function amountColumns(amount: Decimal, rate: Decimal | null): AwsRow {
  const cost = toText(amount)
  const text = rate ? toText(rate) : ''
  return {
    line_item_unblended_cost: cost,
    line_item_unblended_rate: text,
    line_item_blended_cost: cost,
    line_item_blended_rate: text,
  }
}

/** User tags as CUR 2.0 writes them: one JSON map whose keys start with `user_`. */
export function tagColumn(tags: Tags): AwsRow {
  const prefixed = Object.fromEntries(Object.entries(tags).map(([key, value]) => [`user_${key}`, value]))
  return { resource_tags: JSON.stringify(prefixed) }
}

/** `YYYY-MM-DDTHH:00:00.000Z`; hour 24 is the next day. */
export function timeOf(date: string, next: string, hour: number): string {
  return hour === 24 ? `${next}T00:00:00.000Z` : `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`
}
