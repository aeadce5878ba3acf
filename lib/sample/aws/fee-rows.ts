import type { AwsRow } from '@/lib/sample/aws/columns.ts'
import { monthlyRow } from '@/lib/sample/aws/commitment-rows.ts'
import { awsMetered } from '@/lib/sample/aws/metered-services.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, rounded, sum, times } from '@/lib/sample/decimal.ts'
import { meteredCost } from '@/lib/sample/metered.ts'

const supportFee = decimal('5500')
const taxRate = decimal('0.101')
const monthlyCredit = decimal('-3250')
const refund = decimal('-1846.2')
/** Credits start this many days before the last day; the refund is in the month of the day `refundAgo`. */
const creditsFromAgo = 173
const refundAgo = 148

const sellers = {
  support: { code: 'AWSSupportBusiness', name: 'AWS Support (Business)' },
  bedrock: { code: 'AmazonBedrock', name: 'Amazon Bedrock' },
  ec2: { code: 'AmazonEC2', name: 'Amazon Elastic Compute Cloud' },
} as const

function product(seller: keyof typeof sellers): AwsRow {
  const { code, name } = sellers[seller]
  return { line_item_product_code: code, product_servicecode: code, product: JSON.stringify({ product_name: name }) }
}

function taxRow(month: SampleMonth, seller: keyof typeof sellers, taxed: Decimal): AwsRow {
  return monthlyRow(month, `tax ${seller}`, rounded(times(taxed, taxRate), 2), {
    ...product(seller),
    line_item_line_item_type: 'Tax',
    line_item_tax_type: 'USSalesTax',
    line_item_line_item_description: `Tax for product code ${sellers[seller].code}`,
  })
}

/** Support, sales tax on support and on tokens, credits and one refund. */
export function* feeRows(month: SampleMonth, ctx: SampleContext): Generator<AwsRow> {
  yield monthlyRow(month, 'support', supportFee, {
    ...product('support'),
    line_item_line_item_type: 'Fee',
    line_item_usage_type: 'Dollar',
    line_item_line_item_description: 'AWS Support (Business), negotiated monthly fee',
  })
  yield taxRow(month, 'support', supportFee)
  const tokens = awsMetered.filter((meter) => meter.productCode === 'AmazonBedrock')
  const spent = sum(month.days.flatMap((day) => tokens.map((meter) => meteredCost(meter, day, ctx.noise))))
  yield taxRow(month, 'bedrock', spent)
  if (month.days.some((day) => day.ago <= creditsFromAgo)) {
    yield monthlyRow(month, 'credit', monthlyCredit, {
      ...product('ec2'),
      line_item_line_item_type: 'Credit',
      line_item_line_item_description: 'AWS Activate credits',
    })
  }
  if (month.days.some((day) => day.ago === refundAgo)) {
    yield monthlyRow(month, 'refund', refund, {
      ...product('ec2'),
      line_item_line_item_type: 'Refund',
      line_item_line_item_description: 'Refund for a capacity block that could not be delivered',
    })
  }
}
