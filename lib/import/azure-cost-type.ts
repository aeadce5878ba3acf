import { AppError } from '@/lib/core/errors.ts'
import type { Amount, Column, FormatQuestion, Header } from '@/lib/import/format.ts'

/** `same`: there are no commitments in the file, so its cost is both billed and effective. */
type AzureCostType = 'actual' | 'amortized' | 'same'

export const azureCostColumns = ['CostInBillingCurrency', 'PreTaxCost', 'Cost', 'ExtendedCost']

function chargeType(header: Header): string {
  const column = header.column('ChargeType')
  return column ? `lower(coalesce(${column}, 'usage'))` : "'usage'"
}

/** SQL: whether a row buys, uses or leaves unused a reservation or savings plan. */
function azureCommitment(header: Header): string {
  const model = header.column('PricingModel')
  const ids = [header.column('ReservationId'), header.column('benefitId')].filter((column) => column !== null)
  const details = header.column('AdditionalInfo')
  const signs = [`${chargeType(header)} LIKE 'unused%'`]
  if (model) signs.push(`coalesce(lower(replace(${model}, ' ', '')), '') IN ('reservation', 'savingsplan')`)
  signs.push(...ids.map((column) => `${column} IS NOT NULL`))
  if (!model && ids.length === 0 && details) {
    signs.push(`coalesce(regexp_matches(${details}, '"ReservationId"\\s*:\\s*"[0-9A-Fa-f-]{8}'), false)`)
  }
  return `(${signs.join(' OR ')})`
}

/** SQL: whether a row is something that was used, so that its quantity counts. */
export function azureUsage(header: Header): string {
  const type = chargeType(header)
  return `(${type} = 'usage' OR ${type} LIKE 'unused%')`
}

function cost(header: Header): Column {
  const column = header.column(...azureCostColumns)
  if (column === null) throw new Error('format planned without a cost column')
  return column
}

/**
 * Azure files do not say whether they hold actual or amortized cost. Purchases of commitments, or covered usage at 0,
 * mean actual; unused commitments, or covered usage with a cost, mean amortized; both at once leaves it to a person.
 */
export function costTypeQuestion(header: Header): FormatQuestion {
  const type = chargeType(header)
  const commitment = azureCommitment(header)
  const covered = `${commitment} AND ${type} = 'usage'`
  const amount = `TRY_CAST(${cost(header)} AS DOUBLE)`
  const any = (condition: string) => `coalesce(bool_or(${condition}), false)`
  const amortized = any(`${type} LIKE 'unused%' OR (${covered} AND ${amount} <> 0)`)
  const bought = any(`${commitment} AND ${type} IN ('purchase', 'refund')`)
  return {
    id: 'costType',
    text: 'Does this export hold actual or amortized cost? Azure writes both in the same columns.',
    options: [
      { value: 'actual', label: 'Actual cost: reservations and savings plans on the day they were bought' },
      { value: 'amortized', label: 'Amortized cost: reservations and savings plans spread over the usage they cover' },
    ],
    probe:
      `SELECT CASE WHEN ${amortized} AND ${bought} THEN NULL WHEN ${amortized} THEN 'amortized' ` +
      `WHEN ${bought} OR ${any(`${covered} AND ${amount} = 0`)} THEN 'actual' ` +
      `WHEN ${any(commitment)} THEN NULL ELSE 'same' END FROM rows`,
  }
}

function costType(answer: string | undefined): AzureCostType {
  if (answer === 'actual' || answer === 'amortized' || answer === 'same') return answer
  throw new AppError('unprocessable', 'Say whether the Azure export holds actual or amortized cost.')
}

/** Billed and effective cost. A file has one of the two for commitments; the other stays unknown on those rows. */
export function azureCosts(header: Header, answer: string | undefined): { billed: Amount; effective: Amount } {
  const column = cost(header)
  const stated: Amount = { numbers: [column], sql: (read) => read.text(column) }
  const withoutCommitments: Amount = {
    numbers: [column],
    sql: (read) => `CASE WHEN NOT ${azureCommitment(header)} THEN ${read.text(column)} END`,
  }
  switch (costType(answer)) {
    case 'actual':
      return { billed: stated, effective: withoutCommitments }
    case 'amortized':
      return { billed: withoutCommitments, effective: stated }
    case 'same':
      return { billed: stated, effective: stated }
  }
}
