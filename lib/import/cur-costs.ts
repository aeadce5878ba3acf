import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { requiredColumn } from '@/lib/import/amounts.ts'
import type { Amount, Column, Header } from '@/lib/import/format.ts'

type Read = Parameters<Amount['sql']>[0]

/** Line types whose usage amount counts; on the others it repeats usage or counts hours of a reservation. */
const usageTypes = ['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage', 'FlatRateSubscription']

function present(columns: readonly (Column | null)[]): Column[] {
  return [...new Set(columns.filter((column) => column !== null))]
}

/** Unused part of a reservation; one of the two is empty when that part of the price does not exist. */
function unusedReservation(read: Read, upfront: Column | null, recurring: Column | null): string {
  if (!upfront || !recurring) return 'NULL'
  const either = `${upfront} IS NULL AND ${recurring} IS NULL`
  const sum = `coalesce(${read.number(upfront)}, 0) + coalesce(${read.number(recurring)}, 0)`
  return `CASE WHEN NOT (${either}) THEN ${sum} END`
}

/**
 * Amortized cost by line type, as AWS's own cost dashboards define it: commitments cost where they are used, fees cost
 * what stays unused. A line type whose column the file lacks has no effective cost.
 */
function effective(header: Header, type: Column, unblended: Column): Amount {
  const reservationArn = header.column('reservation/ReservationARN')
  const product = header.column('lineItem/ProductCode')
  const discounted = header.column('reservation/EffectiveCost')
  const covered = header.column('savingsPlan/SavingsPlanEffectiveCost')
  const committed = header.column('savingsPlan/TotalCommitmentToDate')
  const used = header.column('savingsPlan/UsedCommitment')
  const upfront = header.column('reservation/UnusedAmortizedUpfrontFeeForBillingPeriod')
  const recurring = header.column('reservation/UnusedRecurringFee')
  return {
    numbers: present([unblended, discounted, covered, committed, used, upfront, recurring]),
    sql(read) {
      const text = (column: Column | null) => (column ? read.text(column) : 'NULL')
      const unused = committed && used ? `${read.number(committed)} - ${read.number(used)}` : 'NULL'
      return [
        `CASE WHEN ${type} = 'DiscountedUsage' THEN ${text(discounted)}`,
        `WHEN ${type} = 'SavingsPlanCoveredUsage' THEN ${text(covered)}`,
        `WHEN ${type} IN ('SavingsPlanNegation', 'SavingsPlanUpfrontFee') THEN '0'`,
        `WHEN ${type} = 'SavingsPlanRecurringFee' THEN ${unused}`,
        `WHEN ${type} = 'RIFee' THEN ${unusedReservation(read, upfront, recurring)}`,
        reservationArn ? `WHEN ${type} = 'Fee' AND ${reservationArn} IS NOT NULL THEN '0'` : '',
        product ? `WHEN ${type} = 'Refund' AND ${product} LIKE '%SavingsPlans' THEN '0'` : '',
        `ELSE ${read.text(unblended)} END`,
      ].join(' ')
    },
  }
}

/** Split cost allocation repeats the cost of a parent row, which is in the file too: a split row carries none. */
function exceptSplitRows(header: Header, amount: Amount): Amount {
  const parent = header.column('splitLineItem/ParentResourceId')
  if (!parent) return amount
  return { ...amount, sql: (read) => `CASE WHEN ${parent} IS NULL THEN ${amount.sql(read)} END` }
}

/**
 * The costs of a CUR row. Billed is the unblended cost with discounts as lines of their own, in every account; the net
 * columns of accounts with discounts repeat them inside the usage lines and are left alone.
 */
export function curCosts(header: Header): Record<CostBasis, Amount | null> {
  const type = requiredColumn(header, 'lineItem/LineItemType')
  const unblended = requiredColumn(header, 'lineItem/UnblendedCost')
  const onDemand = header.column('pricing/publicOnDemandCost')
  const list: Amount | null =
    onDemand === null
      ? null
      : {
          numbers: [onDemand],
          sql: (read) => `CASE WHEN ${type} <> 'SavingsPlanNegation' THEN ${read.text(onDemand)} END`,
        }
  return {
    billed: exceptSplitRows(header, { numbers: [unblended], sql: (read) => read.text(unblended) }),
    effective: exceptSplitRows(header, effective(header, type, unblended)),
    list: list && exceptSplitRows(header, list),
    contracted: null,
  }
}

/** The usage amount of lines that are usage; null where the file has no such column. */
export function curQuantity(header: Header): Amount | null {
  const amount = header.column('lineItem/UsageAmount')
  const type = requiredColumn(header, 'lineItem/LineItemType')
  if (!amount) return null
  const types = usageTypes.map((name) => `'${name}'`).join(', ')
  return exceptSplitRows(header, {
    numbers: [amount],
    sql: (read) => `CASE WHEN ${type} IN (${types}) THEN ${read.text(amount)} END`,
  })
}
