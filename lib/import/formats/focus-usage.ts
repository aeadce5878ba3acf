import { focusPlan } from '@/lib/import/focus-plan.ts'
import type { BillingFormat } from '@/lib/import/format.ts'

/** A FOCUS file without any cost column: quantities to be priced by rate cards. */
export const focusUsage: BillingFormat = {
  id: 'focus-usage',
  label: 'FOCUS usage without costs',
  docs: 'https://docs.coreweave.com/',
  requires: [
    ['ChargePeriodStart'],
    ['ConsumedQuantity', 'PricingQuantity', 'UsageQuantity'],
    ['ConsumedUnit', 'PricingUnit', 'UsageUnit'],
    ['ServiceName', 'SkuId', 'ResourceId'],
    ['ServiceProviderName', 'ProviderName', 'PublisherName', 'InvoiceIssuerName', 'Provider', 'Publisher'],
  ],
  excludes: ['BilledCost', 'EffectiveCost', 'AmortizedCost', 'ListCost', 'ContractedCost', 'InvoiceIssueDate'],
  plan: (header) => focusPlan(header, 'quantities'),
}
