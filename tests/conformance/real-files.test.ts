import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { detect } from '@/lib/import/detect.ts'
import { billingFormats } from '@/lib/import/index.ts'
import { exactSum } from './exact-decimal.ts'
import { readCells, readPlan } from './read-plan.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const here = existsSync(data)

type RealFile = {
  file: string
  format: string
  variant: string
  rows: number
  /** The column whose sum each cost must have; a cost that is not named must be unknown on every row. */
  sums: Partial<Record<CostBasis, string>>
  answers?: Record<string, string>
  /** Rows that cannot be stored, for a reason of their own. */
  unreadable?: number
}

const fourFocus = {
  billed: 'BilledCost',
  effective: 'EffectiveCost',
  list: 'ListCost',
  contracted: 'ContractedCost',
} as const
const focus = (file: string, version: string, rows: number): RealFile => ({
  file: `focus/${file}`,
  format: 'focus',
  variant: `FOCUS ${version}`,
  rows,
  sums: fourFocus,
})
const cur = (file: string, variant: string, rows: number, style: 'slash' | 'snake'): RealFile => {
  const [unblended, onDemand] =
    style === 'slash'
      ? ['lineItem/UnblendedCost', 'pricing/publicOnDemandCost']
      : ['line_item_unblended_cost', 'pricing_public_on_demand_cost']
  return {
    file: `aws/${file}`,
    format: 'aws-cur',
    variant,
    rows,
    sums: { billed: unblended, effective: unblended, list: onDemand },
  }
}
const azure = (file: string, variant: string, rows: number, sums: RealFile['sums']): RealFile => ({
  file: `azure/${file}`,
  format: 'azure-cost',
  variant,
  rows,
  sums,
})
const ea = 'Enterprise Agreement'
const payg = 'Pay-as-you-go'

const files: RealFile[] = [
  focus('focus-1.0-sample-1000.csv', '1.0', 1000),
  focus('focus-1.2-aws-100.csv', '1.2', 100),
  focus('focus-1.2-azure-100.csv', '1.2', 100),
  focus('focus-1.3-aws-100.csv', '1.3', 100),
  focus('focus-1.3-gcp-100.csv', '1.3', 100),
  focus('focus-1.2-saas-spend-agreement.csv', '1.1', 14),
  focus('focus-1.2-saas-virtual-currency-tokens.csv', '1.2', 3),
  cur('cur-legacy-anon-2023-11.csv', 'CUR (legacy)', 1281, 'slash'),
  cur('cur-legacy-2018-06.csv', 'CUR (legacy)', 19, 'slash'),
  cur('cur-legacy-2018-08-a.csv.gz', 'CUR (legacy)', 13380, 'slash'),
  cur('cur-snake-2022-07.csv', 'CUR (Athena, flattened)', 2, 'snake'),
  azure('ea-actualcost.csv', ea, 11, { billed: 'Cost' }),
  azure('ea-amortizedcost.csv', ea, 28, { effective: 'Cost' }),
  azure('ea-norows.csv', ea, 0, { billed: 'Cost', effective: 'Cost' }),
  azure('ea-v2-2020-09.csv', ea, 5, { billed: 'CostInBillingCurrency', effective: 'CostInBillingCurrency' }),
  azure('headers-enterprise.csv', ea, 1, { billed: 'CostInBillingCurrency' }),
  azure('headers-enterprisecamel.csv', 'Microsoft Customer Agreement', 1, {
    billed: 'costInBillingCurrency',
    effective: 'costInBillingCurrency',
  }),
  azure('headers-payasyougo.csv', payg, 1, { billed: 'PreTaxCost', effective: 'PreTaxCost' }),
  { ...azure('headers-bom.csv', payg, 1, { billed: 'PreTaxCost', effective: 'PreTaxCost' }), unreadable: 1 },
  {
    ...azure('opencost-template-values.csv', payg, 87, {
      billed: 'costinbillingcurrency',
      effective: 'costinbillingcurrency',
      list: 'paygcostinbillingcurrency',
    }),
    answers: { currency: 'USD' },
  },
  {
    file: 'gcp/bigquery-detailed-2022-08.csv',
    format: 'gcp-billing',
    variant: 'Detailed usage cost',
    rows: 9,
    // No row of this file has a credit.
    sums: { billed: 'cost', effective: 'cost', contracted: 'cost' },
  },
]

/** Sums of these costs leave out rows of commitments, where an Azure file knows only the other one. */
const partlyKnown = new Map<string, CostBasis>([
  ['azure/ea-actualcost.csv', 'effective'],
  ['azure/ea-amortizedcost.csv', 'billed'],
])

describe.skipIf(!here)(`real files in ../shared/data${here ? '' : ' (not there: skipped)'}`, () => {
  test.for(files)(
    '$file is read to the last digit',
    async ({ file, format, variant, rows, sums, answers, unreadable = 0 }) => {
      const path = join(data, file)
      const read = await readPlan(path, answers)
      expect([read.format.id, read.variant, read.charges.length]).toEqual([format, variant, rows])
      expect(read.charges.filter(({ meter }) => 'problem' in meter).length).toBe(unreadable)
      expect(read.charges.filter(({ start, billingPeriod }) => start === null || billingPeriod === null)).toEqual([])
      if (read.statesEnd) expect(read.charges.filter(({ end }) => end === null)).toEqual([])

      const cells = readCells(path)
      for (const basis of ['billed', 'effective', 'list', 'contracted'] as const) {
        const known = read.charges.flatMap(({ costs }) => costs[basis] ?? [])
        const column = sums[basis]
        if (column === undefined) {
          if (partlyKnown.get(file) !== basis) expect(known).toEqual([])
          continue
        }
        const at = cells.header.names.indexOf(column)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(exactSum(known)).toBe(exactSum(cells.rows.flatMap((row) => row[at] ?? [])))
      }
    },
  )

  test.for([
    ['focus/focus-commitment-flexibility.csv', 'BillingCurrency or BilledCurrency'],
    ['focus/focus-commitment-purchase-scenario-3.csv', 'BillingCurrency or BilledCurrency'],
  ] as const)('%s names the column it lacks', ([file, column]) => {
    const found = detect(readCells(join(data, file)).header, billingFormats)
    expect('nearest' in found && found.nearest[0]).toMatchObject({ format: 'focus' })
    expect('nearest' in found && found.nearest[0]?.missing).toContain(column)
  })

  test('a dataset without charges is recognised and refused', () => {
    const { header } = readCells(join(data, 'focus/focus-1.3-contract-commitment-aws.csv'))
    const found = detect(header, billingFormats)
    expect('format' in found && found.format.id).toBe('focus-contract-commitment')
    expect('format' in found && found.format.refuse).toContain('Cost and Usage')
  })

  test.for(['opencost/opencost-export-sample.csv', 'usage/alibaba-gpu-v2023-nodes.csv'])('%s is no bill', (file) => {
    expect('nearest' in detect(readCells(join(data, file)).header, billingFormats)).toBe(true)
  })
})
