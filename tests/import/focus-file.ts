/** One row of a billing file by column name; a column that is not named is empty. */
export type FileRow = Record<string, string>

const columns = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeDescription',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'EffectiveCost',
  'ListCost',
  'ProviderName',
  'RegionId',
  'ResourceId',
  'ServiceName',
  'SkuId',
  'SubAccountId',
  'Tags',
]

/** The columns of focusCsv, in its order. */
export const focusColumns: readonly string[] = columns

/** A FOCUS row that is right in every column, with these changes. */
export function focusRow(changes: FileRow = {}): FileRow {
  return {
    BilledCost: '1.25',
    BillingAccountId: 'acct-1',
    BillingAccountName: 'Account one',
    BillingCurrency: 'USD',
    BillingPeriodStart: '2026-09-01T00:00:00Z',
    ChargeCategory: 'Usage',
    ChargeDescription: 'g5.xlarge instance hour',
    ChargePeriodEnd: '2026-09-02T01:00:00Z',
    ChargePeriodStart: '2026-09-02T00:00:00Z',
    ConsumedQuantity: '1',
    ConsumedUnit: 'Hours',
    ContractedCost: '1.5',
    EffectiveCost: '1.125',
    ListCost: '2',
    ProviderName: 'AWS',
    RegionId: 'us-east-1',
    ResourceId: 'i-1',
    ServiceName: 'EC2',
    SkuId: 'SKU1',
    SubAccountId: 'sub-1',
    Tags: '{"team":"ml","project":"llm"}',
    ...changes,
  }
}

/** Text of a CSV file with these columns; fields are quoted where they must be. */
export function csvText(
  rows: readonly FileRow[],
  { names = columns, delimiter = ',', newline = '\n' }: CsvShape = {},
): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
  return lines.map((cells) => cells.map(cell).join(delimiter) + newline).join('')
}

export type CsvShape = { names?: readonly string[]; delimiter?: string; newline?: string }

/** Text of a FOCUS file with these changes to a right row, one row each. */
export function focusCsv(changes: readonly FileRow[], shape?: CsvShape): string {
  return csvText(changes.map(focusRow), shape)
}
