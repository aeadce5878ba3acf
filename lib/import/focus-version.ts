import type { Header } from '@/lib/import/format.ts'

// FOCUS files do not carry their version: it shows in the columns that each version introduced. Microsoft adds
// BillingAccountType and SubAccountType to its 1.0 files, so these two say nothing.
const introduced: readonly { version: string; columns: readonly string[] }[] = [
  { version: '1.4', columns: ['InvoiceDetailId', 'CommitmentProgramEligibilityDetails'] },
  { version: '1.3', columns: ['HostProviderName', 'ServiceProviderName', 'AllocatedMethodId', 'ContractApplied'] },
  { version: '1.2', columns: ['InvoiceId', 'PricingCurrency'] },
  { version: '1.1', columns: ['ServiceSubcategory', 'SkuMeter', 'SkuPriceDetails', 'CapacityReservationId'] },
  { version: '1.0', columns: ['ContractedCost', 'ChargeClass', 'ConsumedQuantity'] },
  { version: '1.0-preview', columns: ['ChargeSubcategory', 'UsageQuantity'] },
  { version: '0.5', columns: ['AmortizedCost', 'ChargeType'] },
]

/** The FOCUS version that a Cost and Usage header belongs to; its mandatory columns decide, the newest first. */
export function focusVersion(header: Header): string {
  const found = introduced.find(({ columns }) => header.has(...columns))
  return found?.version ?? '1.0'
}
