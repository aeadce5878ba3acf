import { randomUUID } from 'node:crypto'

/** A file as a person chooses it. */
export type BillFile = { name: string; mimeType: string; buffer: Buffer }

/** A row of a FOCUS bill: what it differs in from `plain`, and when it lies in its month, which is the billed one unless given by its first day. */
export type Line = Partial<typeof plain> & { month?: string; day?: number; hour?: number; hours?: number }

const plain = {
  BillingAccountId: '',
  BillingCurrency: 'USD',
  ChargeCategory: 'Usage',
  BilledCost: '0',
  EffectiveCost: undefined as string | undefined,
  ConsumedQuantity: '1',
  ConsumedUnit: 'Hours',
  ProviderName: 'AWS',
  ServiceName: 'Amazon Elastic Compute Cloud',
  ServiceCategory: 'Compute',
  RegionId: 'us-east-1',
  ResourceId: '',
  SkuId: '',
  SkuMeter: '',
  PricingCategory: 'Standard',
  Tags: '{}',
}

/** The billed month: two before this one, which the sample data covers, so that nothing here makes the data end later. */
export const billed = { from: monthFrom(-2), to: monthFrom(-1) }

/** The first day of the month `count` months from this one, UTC. */
function monthFrom(count: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 1)).toISOString().slice(0, 10)
}

/** The first day of the month after that of a day. */
function monthAfter(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10)
}

/** A name that no other test uses, so that no upload replaces what another test looks at. */
export function ownName(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`
}

/** A FOCUS file of one billing account and month. An EffectiveCost that is not given is the billed one. */
export function focusBill(account: string, lines: readonly Line[], name = `${account}.csv`): BillFile {
  const rows = lines.map(({ month = billed.from, day = 1, hour = 0, hours = 1, ...line }) => {
    const start = Date.parse(`${month}T00:00:00Z`) + ((day - 1) * 24 + hour) * 3_600_000
    return {
      ...plain,
      EffectiveCost: line.BilledCost ?? plain.BilledCost,
      ...line,
      BillingAccountId: account,
      BillingPeriodStart: `${month}T00:00:00Z`,
      BillingPeriodEnd: `${monthAfter(month)}T00:00:00Z`,
      ChargePeriodStart: instant(start),
      ChargePeriodEnd: instant(start + hours * 3_600_000),
    }
  })
  return csvFile(name, rows)
}

/** A FOCUS file whose last row, row 3, breaks off inside of a quoted value. */
export function brokenBill(account: string): BillFile {
  const whole = focusBill(account, [{ BilledCost: '1' }, { BilledCost: '2', day: 2, Tags: '{"team":"x"}' }])
  const text = whole.buffer.toString()
  return { ...whole, buffer: Buffer.from(text.slice(0, text.lastIndexOf('"'))) }
}

/** A file of usage in the generic layout, whose every row also says everything about its machine. */
export function usageFile(name: string, rows: readonly Readonly<Record<string, string>>[]): BillFile {
  return csvFile(
    `${name}-usage.csv`,
    rows.map((row) => ({ ...row, covers: 'true' })),
  )
}

/** A CSV file with the keys of the first row as its header. */
export function csvFile(name: string, rows: readonly Readonly<Record<string, string | undefined>>[]): BillFile {
  const header = Object.keys(rows[0] ?? {})
  const cells = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))]
  const text = cells.map((row) => `${row.map(cell).join(',')}\n`).join('')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000', '')
}
