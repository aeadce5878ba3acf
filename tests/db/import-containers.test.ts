import { gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { answerImport } from '@/lib/import/actions.ts'
import type { FileRow } from '../import/focus-file.ts'
import { csvText, focusColumns, focusCsv, focusRow } from '../import/focus-file.ts'
import type { NamedFile } from '../import/import-files.ts'
import { importFiles, runReceived } from '../import/import-files.ts'
import { inconsistencies } from '../import/ledger-check.ts'
import { parquetFile, textRows } from '../import/parquet-file.ts'
import { azureRow } from '../import/provider-files.ts'
import { zipFile } from '../import/zip-file.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
const admin: Scope = { userId: null, actor: 'admin@example.com', role: 'admin', teams: null }

beforeAll(() => client.connect())
afterAll(async () => {
  expect(await inconsistencies(client)).toEqual([])
  await client.end()
})

const name = 'Größe “5” €, Łódź' as const
const western = 'Größe “5” €'
const rows = (account: string, resource = 'i-ü'): FileRow[] => [
  {
    BillingAccountId: account,
    BilledCost: '0.10',
    ResourceId: resource,
    ChargeDescription: 'a, "quoted"\ntext; with\tall | of it',
  },
  { BillingAccountId: account, BilledCost: '5e-06', Tags: '' },
  { BillingAccountId: account, BilledCost: '-0.0000000000000000000000001' },
]
const sum = '0.1000049999999999999999999'
const latin = (text: string) =>
  Buffer.from([...text].map((c) => ({ '“': 0x93, '”': 0x94, '€': 0x80 })[c] ?? c.charCodeAt(0)))
const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
const bom = (text: string) => `\uFEFF${text}`

type Case = { files: (account: string) => NamedFile[]; encoding?: string; delimiter?: string | null; resource?: string }
const csv = (account: string, resource?: string, delimiter?: string, newline?: string) =>
  focusCsv(rows(account, resource), { ...(delimiter && { delimiter }), ...(newline && { newline }) })
const file = (bytes: string | Uint8Array, fileName = 'bill.csv'): NamedFile[] => [{ name: fileName, bytes }]

const cases: Record<string, Case> = {
  'UTF-8': { files: (a) => file(csv(a, name)), encoding: 'utf-8', resource: name },
  'UTF-8 with BOM': { files: (a) => file(bom(csv(a, name))), encoding: 'utf-8 with BOM', resource: name },
  'UTF-8 with BOM and a quoted header': {
    files: (a) => file(bom(csv(a, name).replace('BilledCost', '"BilledCost"'))),
    encoding: 'utf-8 with BOM',
    resource: name,
  },
  'UTF-16LE': { files: (a) => file(Buffer.from(bom(csv(a, name)), 'utf16le')), encoding: 'utf-16le', resource: name },
  'UTF-16BE': { files: (a) => file(utf16be(csv(a, name))), encoding: 'utf-16be', resource: name },
  'UTF-16LE without BOM': {
    files: (a) => file(Buffer.from(csv(a, name), 'utf16le')),
    encoding: 'utf-16le',
    resource: name,
  },
  cp1252: { files: (a) => file(latin(csv(a, western))), encoding: 'windows-1252', resource: western },
  semicolons: { files: (a) => file(csv(a, name, ';')), delimiter: ';', resource: name },
  tabs: { files: (a) => file(csv(a, name, '\t')), delimiter: '\t', resource: name },
  bars: { files: (a) => file(csv(a, name, '|')), delimiter: '|', resource: name },
  CRLF: { files: (a) => file(csv(a, name, ',', '\r\n')), delimiter: ',', resource: name },
  'no line break at the end': { files: (a) => file(csv(a).trimEnd()) },
  'blank lines at the end': { files: (a) => file(`${csv(a)}\n\n`) },
  'a delimiter at the end of every row': {
    files: (a) =>
      file(focusCsv([...rows(a)].map((row) => ({ ...row, ChargeDescription: 'x' }))).replaceAll(/(?<!Tags)\n/g, ',\n')),
  },
  gzip: { files: (a) => file(gzipSync(csv(a)), 'bill.csv.gz') },
  'gzip of UTF-16': {
    files: (a) => file(gzipSync(utf16be(csv(a, name))), 'bill.csv.gz'),
    encoding: 'utf-16be',
    resource: name,
  },
  'gzip of two members': {
    files: (a) => file(Buffer.concat([gzipSync(csv(a).slice(0, 300)), gzipSync(csv(a).slice(300))]), 'bill.csv.gz'),
  },
  zip: { files: (a) => file(zipFile([{ name: 'deep/er/bill.csv', data: csv(a) }]), 'bill.zip') },
  'a stored zip': { files: (a) => file(zipFile([{ name: 'bill.csv', data: csv(a), method: 0 }]), 'bill.zip') },
  'a zip with notes and a manifest': {
    files: (a) =>
      file(
        zipFile([
          { name: '__MACOSX/bill.csv', data: 'x' },
          { name: 'export-Manifest.json', data: '{}' },
          { name: 'a/', data: '' },
          { name: 'a/bill.csv', data: csv(a) },
        ]),
        'bill.zip',
      ),
  },
}

test.each(Object.entries(cases))('%s', async (title, { files, encoding, delimiter, resource = 'i-ü' }) => {
  const { report, result, exitCode } = await importFiles(url, files(title))
  expect({ exitCode, error: report.error }).toEqual({ exitCode: 0, error: undefined })
  expect(report).toMatchObject({ rowsRead: 3, rowsStored: 3, totals: { USD: { billed: sum } } })
  const receipt = result && 'receipt' in result ? result.receipt : undefined
  if (encoding) expect(receipt?.files[0]?.encoding).toBe(encoding)
  if (delimiter) expect(receipt?.files[0]?.delimiter).toBe(delimiter)
  const found = await client.query<{ resource_id: string; sku_detail: string }>(
    `SELECT DISTINCT m.resource_id, m.sku_detail FROM charge c JOIN meter m ON m.id = c.meter_id JOIN slice_version v ON v.id = c.version_id
     WHERE v.import_id = $1 AND c.row = 2`,
    [report.importId],
  )
  expect(found.rows[0]?.resource_id).toBe(resource)
})

test('parts of one export in several zips and files, columns in other orders, lead back to their own rows', async () => {
  const part = (cost: string, names = focusColumns) =>
    csvText([focusRow({ BillingAccountId: 'parts', BilledCost: cost, ResourceId: `r-${cost}` })], { names })
  const files: NamedFile[] = [
    {
      name: 'one.zip',
      bytes: zipFile([
        { name: 'b.csv', data: part('2') },
        { name: 'a.csv.gz', data: gzipSync(part('1')) },
      ]),
    },
    { name: 'two.csv', bytes: part('4', focusColumns.toReversed()) },
    {
      name: 'three.zip',
      bytes: zipFile([
        { name: 'c.csv', data: part('8') },
        { name: 'd.csv', data: focusCsv([]) },
      ]),
    },
    { name: 'four.csv.gz', bytes: gzipSync(part('16', [...focusColumns, 'x_Extra'])) },
  ]
  const { report, result } = await importFiles(url, files)
  expect(report).toMatchObject({ status: 'published', rowsRead: 5, totals: { USD: { billed: '31' } } })
  const receipt = result && 'receipt' in result ? result.receipt : undefined
  expect(receipt?.files.map((f) => [f.name, f.rows])).toEqual([
    ['one.zip/a.csv.gz', 1],
    ['one.zip/b.csv', 1],
    ['two.csv', 1],
    ['three.zip/c.csv', 1],
    ['three.zip/d.csv', 0],
    ['four.csv', 1],
  ])
  const found = await client.query(
    `SELECT f.name, c.row, trim_scale(c.billed)::text AS billed FROM charge c JOIN slice_version v ON v.id = c.version_id
     JOIN import_file f ON f.import_id = v.import_id AND f.ordinal = c.file WHERE v.import_id = $1 ORDER BY f.ordinal`,
    [report.importId],
  )
  expect(found.rows.map((r) => [r.name, r.row, r.billed])).toEqual([
    ['one.zip/a.csv.gz', 2, '1'],
    ['one.zip/b.csv', 2, '2'],
    ['two.csv', 2, '4'],
    ['three.zip/c.csv', 2, '8'],
    ['four.csv', 2, '16'],
  ])
})

test('Parquet: decimals, floats, timestamps, a map of tags (FOCUS)', async () => {
  const bytes = await parquetFile(
    `SELECT * REPLACE (12.345678901234567890123::DECIMAL(38, 21) AS BilledCost, 0.1::DOUBLE AS EffectiveCost, TIMESTAMP '2026-09-02 05:00:00' AS ChargePeriodStart,
       TIMESTAMPTZ '2026-09-02 06:00:00+00' AS ChargePeriodEnd, DATE '2026-09-01' AS BillingPeriodStart, MAP {'team': 'ml', 'it''s': 'a "b"'} AS Tags)
     FROM (${textRows([focusRow({ BillingAccountId: 'parquet' })])})`,
  )
  const { report } = await importFiles(url, file(bytes, 'focus.parquet'))
  expect(report).toMatchObject({
    status: 'published',
    format: 'focus',
    totals: { USD: { billed: '12.345678901234567890123', effective: '0.1' } },
  })
  const found = await client.query(
    `SELECT m.team, m.tags, c.charge_start AT TIME ZONE 'UTC' = '2026-09-02 05:00' AS at FROM charge c JOIN meter m ON m.id = c.meter_id WHERE m.billing_account_id = 'parquet'`,
  )
  expect(found.rows).toEqual([{ team: 'ml', tags: { team: 'ml', "it's": 'a "b"' }, at: true }])
})

test('Parquet: CUR 2.0 with its maps', async () => {
  const bytes = await parquetFile(`SELECT '111122223333' AS bill_payer_account_id, 'Payer' AS bill_payer_account_name,
    TIMESTAMP '2026-09-01 00:00:00' AS bill_billing_period_start_date, '444455556666' AS line_item_usage_account_id, 'Usage' AS line_item_line_item_type,
    TIMESTAMP '2026-09-03 00:00:00' AS line_item_usage_start_date, TIMESTAMP '2026-09-03 01:00:00' AS line_item_usage_end_date, 'AmazonEC2' AS line_item_product_code,
    'BoxUsage:p5.48xlarge' AS line_item_usage_type, 1::DOUBLE AS line_item_usage_amount, 'USD' AS line_item_currency_code, 55.04::DOUBLE AS line_item_unblended_cost,
    'Hrs' AS pricing_unit, MAP {'instance_type': 'p5.48xlarge', 'region': 'us-east-1'} AS product, MAP {'user_team': 'research'} AS resource_tags`)
  const { report } = await importFiles(url, file(bytes, 'cur.parquet'))
  expect(report).toMatchObject({
    status: 'published',
    format: 'aws-cur',
    variant: 'CUR 2.0',
    totals: { USD: { billed: '55.04' } },
  })
  const found = await client.query(
    `SELECT team, instance_type, gpu_count::text AS gpus FROM meter WHERE provider = 'aws' AND billing_account_id = '111122223333'`,
  )
  expect(found.rows).toEqual([{ team: 'research', instance_type: 'p5.48xlarge', gpus: '8' }])
})

test('Parquet: a Google Cloud export with nested structs and lists', async () => {
  const bytes =
    await parquetFile(`SELECT '01ABCD-234567-89EFGH' AS billing_account_id, {'id': '6F81', 'description': 'Compute Engine'} AS service,
    {'id': 'S1', 'description': 'A3 Instance Core running in Americas'} AS sku, TIMESTAMPTZ '2026-09-02 00:00:00+00' AS usage_start_time,
    TIMESTAMPTZ '2026-09-02 01:00:00+00' AS usage_end_time, {'id': 'research', 'name': 'Research', 'labels': [{'key': 'env', 'value': 'prod'}]} AS project,
    [{'key': 'team', 'value': 'ml'}] AS labels, {'region': 'us-central1', 'location': 'us-central1'} AS location, 12.5::DOUBLE AS cost, 'USD' AS currency,
    {'amount': 3600::DOUBLE, 'unit': 'seconds', 'amount_in_pricing_units': 1::DOUBLE, 'pricing_unit': 'hour'} AS usage,
    [{'name': 'Discount', 'amount': -2.25::DOUBLE}, {'name': 'Promotion', 'amount': -0.25::DOUBLE}] AS credits, {'month': '202609'} AS invoice`)
  const { report } = await importFiles(url, file(bytes, 'gcp.parquet'))
  expect(report).toMatchObject({
    status: 'published',
    format: 'gcp-billing',
    totals: { USD: { billed: '10', contracted: '12.5' } },
  })
  const found = await client.query(`SELECT team, environment, sub_account_id FROM meter WHERE provider = 'gcp'`)
  expect(found.rows).toEqual([{ team: 'ml', environment: 'prod', sub_account_id: 'research' }])
})

test('an export that does not say what its cost is asks, and runs on with the answer', async () => {
  const unclear = csvText(
    [
      azureRow({ ReservationId: 'r1', ChargeType: 'Purchase' }),
      azureRow({ ReservationId: 'r1', ChargeType: 'UnusedReservation' }),
    ],
    { names: Object.keys(azureRow()) },
  )
  const asked = await importFiles(url, file(unclear), { wait: true })
  expect(asked.result).toMatchObject({ state: 'needs_answer', question: { kind: 'choice', id: 'costType' } })
  expect(asked.report.error?.whatToDo).toContain('--answer costType=actual or --answer costType=amortized')
  await expect(answerImport(admin, asked.importId + 1000, { costType: 'actual' })).rejects.toThrow('no import')
  await answerImport(admin, asked.importId, { costType: 'amortized' })
  const done = await runReceived(url, asked.importId)
  expect(done?.report).toMatchObject({ status: 'published', totals: { USD: { effective: '335.04', billed: null } } })
  await expect(answerImport(admin, asked.importId, { costType: 'actual' })).rejects.toThrow('asks nothing')
  expect((await importFiles(url, file(unclear))).report).toEqual({ status: 'unchanged', importId: asked.importId })
  const other = await importFiles(url, file(unclear), { answers: { costType: 'actual' } })
  expect(other.report.error?.code).toBe('confirmation')
})

test('a mapping is asked once and remembered for its header', async () => {
  const bill = (cost: string) => `Day;Kosten;Team\n01.09.2026;"1.234,50";ml\n02.09.2026;${cost};ml\n`
  const first = await importFiles(url, file(bill('0,5')), { wait: true })
  expect(first.result).toMatchObject({
    state: 'needs_answer',
    question: { kind: 'mapping', header: ['Day', 'Kosten', 'Team'] },
  })
  const mapping = {
    chargeStart: 'Day',
    cost: 'Kosten',
    team: 'Team',
    provider: 'Nebius',
    fixedCurrency: 'EUR',
    fixedAccount: 'n1',
    dateLayout: 'eu',
    decimalComma: 'yes',
  }
  await answerImport(admin, first.importId, { mapping: JSON.stringify(mapping) })
  const done = await runReceived(url, first.importId)
  expect(done?.report).toMatchObject({ status: 'published', format: 'custom', totals: { EUR: { billed: '1235' } } })
  expect((await importFiles(url, file(bill('0,5')))).report).toEqual({ status: 'unchanged', importId: first.importId })
  const second = await importFiles(url, file(bill('10,25')), { yes: true })
  expect(second.report).toMatchObject({ status: 'published', totals: { EUR: { billed: '1244.75' } } })
  const other = await importFiles(url, file('Tag;Kosten\n1;2\n'))
  expect(other.report.error).toMatchObject({ code: 'no_format', row: 1 })
})
