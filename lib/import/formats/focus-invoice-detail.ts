import { refusedFormat } from '@/lib/import/refused-format.ts'

/** FOCUS 1.4 Invoice Detail: invoice lines, which sum the charges of Cost and Usage. */
export const focusInvoiceDetail = refusedFormat({
  id: 'focus-invoice-detail',
  label: 'FOCUS Invoice Detail',
  docs: 'https://focus.finops.org/focus-specification/',
  requires: [['InvoiceDetailId'], ['InvoiceIssueDate']],
  excludes: ['EffectiveCost'],
  refuse:
    'This is the FOCUS Invoice Detail dataset. Its lines sum up charges that the Cost and Usage dataset lists one by one, ' +
    'so importing both would count them twice. Upload the Cost and Usage dataset of the same export.',
})
