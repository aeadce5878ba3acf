// Writes a FOCUS 1.2 CSV for benchmarks: `tsx bench/make-focus.ts FILE ROWS [MONTH] [METERS]`. 45 columns, hourly rows, seeded.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { pathToFileURL } from 'node:url'

const columns = [
  'AvailabilityZone',
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SkuPriceDetails',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
]

type Shape = { instance: string; count: number; price: number; cls: string }
const shapes: Shape[] = [
  { instance: 'p5.48xlarge', count: 8, price: 5_504_000, cls: 'H100' },
  { instance: 'p4d.24xlarge', count: 8, price: 2_196_000, cls: 'A100' },
  { instance: 'g6e.12xlarge', count: 4, price: 1_049_000, cls: 'L40S' },
  { instance: 'g5.2xlarge', count: 1, price: 121_200, cls: 'A10G' },
  { instance: 'g4dn.xlarge', count: 1, price: 52_600, cls: 'T4' },
  { instance: 'm7i.4xlarge', count: 0, price: 80_640, cls: '' },
]
const teams = ['foundation-models', 'assistant', 'search', 'vision', 'speech', 'platform']
const regions = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1']

/** Text of `units` ten-thousandths of a dollar times `share` millionths: ten decimals, exact. */
function money(units: number, share: number): string {
  const v = BigInt(units) * BigInt(share)
  const s = v.toString().padStart(11, '0')
  return `${s.slice(0, -10)}.${s.slice(-10)}`
}

/** One CSV line for `meter` at hour `hour` of the month. */
function line(meter: number, hour: number, month: string, monthEnd: string): string {
  const shape = shapes[meter % shapes.length] as Shape
  const team = teams[meter % 7] ?? ''
  const region = regions[meter % regions.length]
  const start = new Date(Date.parse(`${month}-01T00:00:00Z`) + hour * 3_600_000).toISOString().replace('.000', '')
  const end = new Date(Date.parse(`${month}-01T00:00:00Z`) + (hour + 1) * 3_600_000).toISOString().replace('.000', '')
  const share = 600_000 + ((meter * 7919 + hour * 104_729) % 400_000)
  const committed = meter % 11 === 0
  const list = money(shape.price, share)
  const effective = committed ? money(shape.price, Math.floor(share * 0.62)) : list
  const tags =
    team === ''
      ? '{}'
      : `{""team"":""${team}"",""project"":""project-${meter % 14}"",""environment"":""${meter % 3 === 0 ? 'prod' : 'dev'}"",""model"":""model-${meter % 12}""}`
  const quantity = `0.${share}`
  return [
    `${region}a`,
    committed ? '0' : list,
    '000123456789',
    'Northwind Bench',
    'USD',
    `${monthEnd}T00:00:00Z`,
    `${month}-01T00:00:00Z`,
    'Usage',
    '',
    `"${shape.instance} Linux/UNIX instance-hour in ${region}, ${shape.cls || 'no accelerator'}"`,
    'Usage-Based',
    end,
    start,
    committed ? 'Spend' : '',
    committed ? 'arn:aws:savingsplans::123456789012:savingsplan/1f2e' : '',
    committed ? 'compute-plan' : '',
    committed ? 'Used' : '',
    committed ? 'Savings Plan' : '',
    quantity,
    'Hours',
    list,
    money(shape.price, 1_000_000),
    effective,
    `INV-${month}-1`,
    'Amazon Web Services',
    list,
    money(shape.price, 1_000_000),
    committed ? 'Committed' : 'Standard',
    quantity,
    'Hours',
    'AWS',
    'Amazon Web Services',
    region,
    `Region ${region}`,
    `arn:aws:ec2:${region}:123456789012:instance/i-${((meter * 2654435761) % 4294967296).toString(16).padStart(17, '0')}`,
    `node-${meter}`,
    'Instance',
    'Compute',
    'Amazon Elastic Compute Cloud',
    `SKU${shape.instance.replace('.', '').toUpperCase()}`,
    `"{""InstanceType"":""${shape.instance}"",""GpuCount"":${shape.count}}"`,
    `PRICE${meter % 40}`,
    `2${String(meter % 9).padStart(11, '0')}`,
    `account-${meter % 9}`,
    `"${tags}"`,
  ].join(',')
}

/** Writes `rows` rows over `meters` meters; returns the bytes written. */
export async function makeFocus(path: string, rows: number, month = '2026-09', meters = 3000): Promise<number> {
  const out = createWriteStream(path, { highWaterMark: 1 << 20 })
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 10)
  // Spread over the whole month, however few rows a meter has.
  const stride = Math.max(1, Math.floor(672 / Math.ceil(rows / meters)))
  let bytes = 0
  let batch = `${columns.join(',')}\n`
  for (let i = 0; i < rows; i += 1) {
    const hour = (Math.floor(i / meters) * stride) % 672
    batch += `${line(i % meters, hour, month, next)}\n`
    if (batch.length > 1 << 20) {
      bytes += Buffer.byteLength(batch)
      if (!out.write(batch)) await once(out, 'drain')
      batch = ''
    }
  }
  bytes += Buffer.byteLength(batch)
  out.end(batch)
  await once(out, 'finish')
  return bytes
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path, rows, month, meters] = process.argv.slice(2)
  if (!path || !rows) throw new Error('usage: tsx bench/make-focus.ts FILE ROWS [MONTH] [METERS]')
  const bytes = await makeFocus(path, Number(rows), month, meters ? Number(meters) : undefined)
  process.stdout.write(`${path}: ${rows} rows, ${columns.length} columns, ${bytes} bytes\n`)
}
