import { expect, test } from 'vitest'
import { focusVersion } from '@/lib/import/focus-version.ts'
import { makeHeader } from '@/lib/import/header.ts'

const base = ['BilledCost', 'EffectiveCost', 'ChargePeriodStart']

test.for([
  ['1.4', [...base, 'ServiceProviderName', 'InvoiceDetailId']],
  ['1.3', [...base, 'InvoiceId', 'HostProviderName']],
  ['1.2', [...base, 'SkuMeter', 'PricingCurrency']],
  ['1.1', [...base, 'ChargeClass', 'SkuPriceDetails']],
  ['1.0', [...base, 'ContractedCost', 'BillingAccountType', 'SubAccountType']],
  ['1.0-preview', [...base, 'ChargeSubcategory', 'UsageQuantity']],
  ['0.5', ['BilledCost', 'AmortizedCost', 'ChargeType']],
  ['1.0', base],
] as const)('FOCUS %s', ([version, names]) => {
  expect(focusVersion(makeHeader(names))).toBe(version)
})
