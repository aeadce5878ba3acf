import { focusPlan } from '@/lib/import/focus-plan.ts'
import type { BillingFormat, FormatQuestion, Header } from '@/lib/import/format.ts'

const costColumns = ['BilledCost', 'EffectiveCost', 'AmortizedCost', 'ListCost', 'ContractedCost']

/** Some exports have the cost columns and leave every cell empty (CoreWeave): such a file is a list of quantities. */
function content(header: Header): FormatQuestion {
  const columns = costColumns.flatMap((name) => header.column(name) ?? [])
  const stated = columns.map((column) => `${column} IS NOT NULL`).join(' OR ') || 'false'
  return {
    id: 'content',
    text: 'Some parts of this export have costs and others have none. What is it?',
    options: [
      { value: 'costs', label: 'A bill with costs' },
      { value: 'quantities', label: 'Quantities alone, to be priced by rate cards' },
    ],
    probe: `SELECT CASE WHEN EXISTS (SELECT 1 FROM rows WHERE ${stated}) OR NOT EXISTS (SELECT 1 FROM rows) THEN 'costs' ELSE 'quantities' END`,
  }
}

/** FOCUS Cost and Usage, 0.5 to 1.4, whoever exports it. */
export const focus: BillingFormat = {
  id: 'focus',
  label: 'FOCUS Cost and Usage',
  docs: 'https://focus.finops.org/focus-specification/',
  requires: [
    ['BilledCost', 'EffectiveCost', 'AmortizedCost'],
    ['ChargePeriodStart'],
    ['BillingCurrency', 'BilledCurrency'],
    ['ServiceName', 'SkuId', 'ResourceId'],
  ],
  excludes: [],
  questions: (header) => [content(header)],
  plan: (header, answers) => focusPlan(header, answers.content === 'quantities' ? 'quantities' : 'costs'),
}
