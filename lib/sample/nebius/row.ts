import { addMonths } from '@/lib/core/period.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, times, toText } from '@/lib/sample/decimal.ts'
import type { FocusRow } from '@/lib/sample/nebius/columns.ts'
import { hexId } from '@/lib/sample/noise.ts'

/** Nebius prices in USD and bills in EUR at the rate its contract fixes: this many EUR for 1 USD. */
export const eurPerUsd = decimal('0.92')

export const nebiusProjects: Record<string, { id: string; name: string }> = {
  posttrain: { id: 'project-e00nwposttrain', name: 'northwind-posttrain' },
  batch: { id: 'project-e00nwbatch', name: 'northwind-batch' },
}

/** The columns that every row of a month has. */
export function commonColumns(month: string): FocusRow {
  const first = `${month}-01`
  return {
    BillingAccountId: 'tenant-e00northwind',
    BillingAccountName: 'Northwind AI',
    BillingAccountType: 'Tenant',
    BillingCurrency: 'EUR',
    BillingPeriodStart: `${first}T00:00:00Z`,
    BillingPeriodEnd: `${addMonths(first, 1)}T00:00:00Z`,
    InvoiceId: `NB-${month.replace('-', '')}-${hexId(`nebius ${month}`, 5).toUpperCase()}`,
    InvoiceIssuerName: 'Nebius B.V.',
    ProviderName: 'Nebius',
    PublisherName: 'Nebius',
    PricingCurrency: 'USD',
    RegionId: 'eu-north1',
    RegionName: 'EU North 1 (Finland)',
  }
}

export function projectColumns(account: string): FocusRow {
  const project = nebiusProjects[account]
  if (!project) throw new Error(`no such Nebius project: ${account}`)
  return { SubAccountId: project.id, SubAccountName: project.name, SubAccountType: 'Project' }
}

/** `hour` of the day, or the whole day. */
export function periodColumns(date: string, next: string, hour: number | null): FocusRow {
  const at = (h: number) => (h === 24 ? `${next}T00:00:00Z` : `${date}T${String(h).padStart(2, '0')}:00:00Z`)
  return { ChargePeriodStart: at(hour ?? 0), ChargePeriodEnd: at(hour === null ? 24 : hour + 1) }
}

/** What a quantity costs: `effective` is the price after the commitment, `billed` what the invoice asks for. All EUR. */
export function costColumns(quantity: Decimal, list: Decimal, effective: Decimal, billed: Decimal): FocusRow {
  return {
    PricingQuantity: toText(quantity),
    ListUnitPrice: toText(list),
    ListCost: toText(times(quantity, list)),
    ContractedUnitPrice: toText(list),
    ContractedCost: toText(times(quantity, list)),
    EffectiveCost: toText(times(quantity, effective)),
    BilledCost: toText(billed),
  }
}
