import fc from 'fast-check'
import { exactSum } from '../conformance/exact-decimal.ts'
import type { CsvShape, FileRow } from './focus-file.ts'
import { csvText, focusRow } from './focus-file.ts'
import { awsRow, azureRow, gcpRow } from './provider-files.ts'

/** What a row must count for: cost by name in its currency; null where the row does not carry it. */
export type Expected = {
  currency: string
  billed: string | null
  effective: string | null
  list: string | null
  contracted: string | null
}

/** A file and what each of its rows must count for, reckoned from what was written and not by the importer. */
export type RandomFile = { bytes: Buffer; rows: Expected[] }

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: min, maxLength: max }).map((d) => d.join(''))
const sign = fc.constantFrom('', '', '', '-', '+')
const plain = fc
  .tuple(sign, digits(1, 12), fc.oneof(digits(0, 4), digits(0, 25)))
  .map(([s, whole, fraction]) => `${s}${whole}${fraction ? `.${fraction}` : ''}`)
const short = fc.tuple(sign, digits(1, 3)).chain(([s, d]) => fc.constantFrom(`${s}.${d}`, `${s}${d}.`))
const scientific = fc
  .tuple(sign, digits(1, 3), digits(1, 6), fc.constantFrom('e', 'E'), fc.integer({ min: -15, max: 9 }))
  .map(([s, whole, fraction, e, exponent]) => `${s}${whole}.${fraction}${e}${exponent}`)

/** Decimal text as bills write it. */
const amount = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 1, arbitrary: short },
  { weight: 2, arbitrary: scientific },
)
const perhaps = fc.option(amount, { freq: 6, nil: '' })
const stated = (text: string): string | null => (text === '' ? null : text)

const pieces = [
  'a',
  'B',
  '7',
  ' ',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\\',
  'é',
  'Ł',
  '漢',
  '😀',
  '=',
  '{',
  '\u00a0',
]
const label = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => `x${parts.join('')}x`)
const some = <T>(...values: T[]) => fc.constantFrom(...values)
const tags = fc
  .dictionary(some('team', 'project', 'env', 'model', 'owner', 'a"b'), label, { maxKeys: 3 })
  .map((entries) => JSON.stringify(entries))
const hour = fc.integer({ min: 0, max: 24 * 91 - 1 }).map((n) => new Date(Date.UTC(2026, 6, 1, n)))
const iso = (at: Date, hours = 0) => `${new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 19)}Z`
const month = (at: Date) => `${at.toISOString().slice(0, 7)}-01T00:00:00Z`

const shared = fc.record({
  at: hour,
  account: some('a1', 'b2', 'c 3'),
  service: label,
  resource: label,
  tags,
  currency: some('USD', 'USD', 'EUR', 'JPY'),
})

type Written = { row: FileRow; counts: Expected }

const focusRows: fc.Arbitrary<Written> = fc
  .tuple(shared, perhaps, perhaps, perhaps, perhaps, some('Usage', 'Tax', 'Credit', 'Purchase', 'Adjustment'))
  .map(([s, billed, effective, list, contracted, category]) => ({
    row: focusRow({
      BilledCost: billed,
      EffectiveCost: effective,
      ListCost: list,
      ContractedCost: contracted,
      BillingAccountId: s.account,
      BillingCurrency: s.currency,
      BillingPeriodStart: month(s.at),
      ChargePeriodStart: iso(s.at),
      ChargePeriodEnd: iso(s.at, 1),
      ChargeCategory: category,
      ServiceName: s.service,
      ResourceId: s.resource,
      Tags: s.tags,
    }),
    counts: {
      currency: s.currency,
      billed: stated(billed),
      effective: stated(effective),
      list: stated(list),
      contracted: stated(contracted),
    },
  }))

const minus = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text.replace('+', '')}`)

const awsRows: fc.Arbitrary<Written> = fc
  .tuple(
    shared,
    perhaps,
    perhaps,
    perhaps,
    fc.tuple(amount, amount),
    some(
      'Usage',
      'Tax',
      'Credit',
      'DiscountedUsage',
      'SavingsPlanCoveredUsage',
      'SavingsPlanNegation',
      'SavingsPlanRecurringFee',
      'RIFee',
    ),
  )
  .map(([s, unblended, onDemand, covered, [first, second], type]) => ({
    row: awsRow({
      'bill/PayerAccountId': s.account,
      'bill/BillingPeriodStartDate': month(s.at),
      'lineItem/LineItemType': type,
      'lineItem/UsageStartDate': iso(s.at),
      'lineItem/UsageEndDate': iso(s.at, 1),
      'lineItem/ProductCode': s.service,
      'lineItem/ResourceId': s.resource,
      'lineItem/CurrencyCode': s.currency,
      'lineItem/UnblendedCost': unblended,
      'pricing/publicOnDemandCost': onDemand,
      'reservation/EffectiveCost': covered,
      'savingsPlan/SavingsPlanEffectiveCost': covered,
      'savingsPlan/TotalCommitmentToDate': first,
      'savingsPlan/UsedCommitment': second,
      'reservation/UnusedAmortizedUpfrontFeeForBillingPeriod': first,
      'reservation/UnusedRecurringFee': second,
      'resourceTags/user:team': s.tags.length > 40 ? '' : 'ml',
    }),
    counts: {
      currency: s.currency,
      billed: stated(unblended),
      effective: awsEffective(type, unblended, covered, first, second),
      list: type === 'SavingsPlanNegation' ? null : stated(onDemand),
      contracted: null,
    },
  }))

/** The amortized cost of a line, from AWS's documentation of the line item types. */
function awsEffective(type: string, unblended: string, covered: string, first: string, second: string): string | null {
  if (type === 'DiscountedUsage' || type === 'SavingsPlanCoveredUsage') return stated(covered)
  if (type === 'SavingsPlanNegation') return '0'
  if (type === 'SavingsPlanRecurringFee') return exactSum([first, minus(second)])
  if (type === 'RIFee') return exactSum([first, second])
  return stated(unblended)
}

const azureRows: fc.Arbitrary<Written> = fc.tuple(shared, perhaps).map(([s, cost]) => ({
  row: azureRow({
    BillingAccountId: s.account,
    BillingPeriodStartDate: month(s.at).slice(0, 10),
    Date: iso(s.at).slice(0, 10),
    MeterCategory: s.service,
    ResourceId: s.resource,
    CostInBillingCurrency: cost,
    BillingCurrencyCode: s.currency,
    Tags: s.tags.slice(1, -1),
  }),
  counts: { currency: s.currency, billed: stated(cost), effective: stated(cost), list: null, contracted: null },
}))

const gcpRows: fc.Arbitrary<Written> = fc
  .tuple(shared, perhaps, fc.array(amount, { maxLength: 3 }))
  .map(([s, cost, credits]) => {
    const net = cost === '' ? null : exactSum([cost, ...credits])
    return {
      row: gcpRow({
        billing_account_id: s.account,
        'service.description': s.service,
        'project.id': s.resource,
        usage_start_time: iso(s.at),
        usage_end_time: iso(s.at, 1),
        cost,
        currency: s.currency,
        'invoice.month': month(s.at).slice(0, 7).replace('-', ''),
        credits: `[${credits.map((text) => `{"name":"c","amount":${text}}`).join(',')}]`,
        labels: JSON.stringify(Object.entries(JSON.parse(s.tags)).map(([key, value]) => ({ key, value }))),
      }),
      counts: { currency: s.currency, billed: net, effective: net, list: null, contracted: stated(cost) },
    }
  })

type Shape = { delimiter: string; newline: string; encoding: 'utf8' | 'bom' | 'utf16le' }
const shape: fc.Arbitrary<Shape> = fc.record({
  delimiter: some(',', ',', ';', '\t', '|'),
  newline: some('\n', '\n', '\r\n'),
  encoding: some('utf8', 'utf8', 'bom', 'utf16le'),
})

function fileOf(rows: fc.Arbitrary<Written>): fc.Arbitrary<RandomFile> {
  return fc
    .tuple(fc.array(rows, { minLength: 1, maxLength: 40 }), shape)
    .map(([written, { delimiter, newline, encoding }]) => {
      const names = Object.keys(written[0]?.row ?? {})
      const options: CsvShape = { names, delimiter, newline }
      const text = csvText(
        written.map(({ row }) => row),
        options,
      )
      const bytes =
        encoding === 'utf8' ? Buffer.from(text) : Buffer.from(`\uFEFF${text}`, encoding === 'bom' ? 'utf8' : 'utf16le')
      return { bytes, rows: written.map(({ counts }) => counts) }
    })
}

/** Random files of each big format: 1 to 40 rows, three months, three accounts, three currencies. */
export const randomFiles: Record<string, fc.Arbitrary<RandomFile>> = {
  focus: fileOf(focusRows),
  'aws-cur': fileOf(awsRows),
  'azure-cost': fileOf(azureRows),
  'gcp-billing': fileOf(gcpRows),
}
