import { refusedFormat } from '@/lib/import/refused-format.ts'

/** FOCUS 1.4 Billing Period: which months are open or closed, without charges. */
export const focusBillingPeriod = refusedFormat({
  id: 'focus-billing-period',
  label: 'FOCUS Billing Period',
  docs: 'https://focus.finops.org/focus-specification/',
  requires: [['BillingPeriodStatus'], ['BillingPeriodCreated']],
  excludes: ['BilledCost'],
  refuse:
    'This is the FOCUS Billing Period dataset. It lists which billing periods are open or closed and has no charges. ' +
    'Upload the Cost and Usage dataset of the same export.',
})
