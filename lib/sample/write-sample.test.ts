import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogRow } from '@/lib/catalog/prices.ts'
import { awsColumns } from '@/lib/sample/aws/columns.ts'
import { azureColumns } from '@/lib/sample/azure/columns.ts'
import { sampleDays, sampleMonths } from '@/lib/sample/calendar.ts'
import type { SampleMonth } from '@/lib/sample/context.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import { gcpColumns } from '@/lib/sample/gcp/columns.ts'
import { focusColumns } from '@/lib/sample/nebius/columns.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import type { WrittenRow } from '@/lib/sample/read-back.ts'
import { exact, exactProduct, readBack, Sums } from '@/lib/sample/read-back.ts'
import type { SampleFile, SampleProvider } from '@/lib/sample/write-sample.ts'
import { writeSampleMonth } from '@/lib/sample/write-sample.ts'

const until = '2026-11-20'
const months = sampleMonths(sampleDays(until))
const costColumn = { aws: 'line_item_unblended_cost', gcp: 'cost', azure: 'Cost', nebius: 'EffectiveCost' } as const

const dir = mkdtempSync(join(tmpdir(), 'sample-'))
let files: SampleFile[]

function monthAt(index: number): SampleMonth {
  const month = months.at(index)
  if (!month) throw new Error(`no month ${index}`)
  return month
}

async function write(name: string, index: number, scale = 0.01, seed = defaultSeed): Promise<SampleFile[]> {
  mkdirSync(join(dir, name), { recursive: true })
  return writeSampleMonth(join(dir, name), monthAt(index), { until, scale, noise: createNoise(seed) })
}

/** Every row of a provider in the two months written: one in the middle of the history, and the last. */
function eachRow(provider: SampleProvider, visit: (row: WrittenRow) => void): void {
  for (const file of files) if (file.provider === provider) readBack(file.path, visit)
}

const hashes = (written: SampleFile[]) =>
  written.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex'))

beforeAll(async () => {
  files = [...(await write('first', -3)), ...(await write('first', -1))]
}, 60_000)

afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('is 13 billing months, the last one cut at the last day', () => {
  expect(months.map(({ month }) => month)).toEqual([
    '2025-11',
    '2025-12',
    ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((m) => `2026-${m}`),
  ])
  expect(monthAt(0).days).toHaveLength(30)
  expect(monthAt(-1).days.at(-1)).toMatchObject({ date: '2026-11-20', ago: 0, weekday: 4, progress: 1 })
  expect(sampleMonths(sampleDays('2024-02-29'))[0]?.month).toBe('2023-02')
  expect(() => sampleDays('2026-02-29')).toThrow('not a day')
})

test('names its files by provider and month', () => {
  expect(files.slice(-4).map(({ path }) => basename(path))).toEqual([
    'aws-cur2-2026-11.csv.gz',
    'gcp-detailed-2026-11.csv',
    'azure-amortized-2026-11.csv',
    'focus-1.2-nebius-2026-11.csv',
  ])
})

test('the same options give the same bytes, another seed gives others', async () => {
  const first = hashes(files.slice(-4))
  expect(hashes(await write('again', -1))).toEqual(first)
  const other = hashes(await write('other', -1, 0.01, 7))
  for (const [index, hash] of other.entries()) expect(hash).not.toBe(first[index])
})

test('scale changes the number of rows and no amount', async () => {
  const fine = await write('fine', -1, 1)
  for (const [index, file] of files.slice(-4).entries()) {
    const finer = fine[index]
    if (!finer) throw new Error('a file is missing')
    const sums = new Sums()
    readBack(file.path, (row) => sums.add('coarse', exact(row[costColumn[file.provider]] ?? '')))
    readBack(finer.path, (row) => sums.add('fine', exact(row[costColumn[file.provider]] ?? '')))
    expect(sums.of('fine')).toBe(sums.of('coarse'))
    if (file.provider === 'azure') expect(finer.rows).toBe(file.rows)
    else expect(finer.rows).toBeGreaterThan(file.rows)
  }
})

test.each([
  ['aws', awsColumns],
  ['gcp', gcpColumns],
  ['azure', azureColumns],
  ['nebius', focusColumns],
] as const)('%s files parse with their header and their number of rows', (provider, columns) => {
  for (const file of files.filter((f) => f.provider === provider)) {
    let rows = 0
    const header = readBack(file.path, (row) => {
      rows++
      if (Object.keys(row).length !== columns.length) throw new Error(`row ${rows} has another width`)
    })
    expect(header).toEqual([...columns])
    expect(rows).toBe(file.rows)
  }
  const start = readFileSync(files.find((f) => f.provider === 'azure')?.path ?? '').subarray(0, 3)
  expect([...start]).toEqual([0xef, 0xbb, 0xbf])
})

test('AWS: usage costs quantity x rate; a plan and a reservation cost what they cover plus what is unused', () => {
  const sums = new Sums()
  const days = monthAt(-3).days.length + monthAt(-1).days.length
  eachRow('aws', (row) => {
    const type = row.line_item_line_item_type ?? ''
    const cost = exact(row.line_item_unblended_cost ?? '')
    const plan = row.savings_plan_savings_plan_a_r_n ?? ''
    sums.add(type, cost)
    if (type === 'Usage' || type === 'SavingsPlanCoveredUsage') {
      expect(exactProduct(row.line_item_usage_amount ?? '', row.line_item_unblended_rate ?? '')).toBe(cost)
    }
    if (type === 'SavingsPlanCoveredUsage') {
      sums.add(`covered ${plan}`, exact(row.savings_plan_savings_plan_effective_cost ?? ''))
    }
    if (type === 'SavingsPlanRecurringFee') {
      const used = exact(row.savings_plan_used_commitment ?? '')
      const total = exact(row.savings_plan_total_commitment_to_date ?? '')
      expect(total).toBe(cost)
      expect(used <= total).toBe(true)
      sums.add(`used ${plan}`, used)
      sums.add(`committed ${plan}`, total)
    }
    if (type === 'DiscountedUsage') sums.add('reserved', exact(row.reservation_effective_cost ?? ''))
    if (type === 'RIFee') sums.add('reserved', exact(row.reservation_unused_recurring_fee ?? ''))
  })
  const plans = sums.keys().filter((key) => key.startsWith('covered '))
  expect(plans).toHaveLength(2)
  for (const key of plans) expect(sums.of(key)).toBe(sums.of(key.replace('covered', 'used')))
  expect(sums.of('SavingsPlanCoveredUsage') + sums.of('SavingsPlanNegation')).toBe(0n)
  expect(sums.of('reserved')).toBe(sums.of('RIFee'))
  const compute = plans.find((key) => key.includes('5f1d8c40'))?.replace('covered', 'committed') ?? ''
  expect(sums.of(compute)).toBe(exactProduct('138.432', String(24 * days)))
  for (const type of ['Tax', 'Fee']) expect(sums.of(type) > 0n).toBe(true)
  expect(sums.of('Credit')).toBe(exact('-6500'))
})

test('Google: cost is quantity x price, and a committed machine nets to nothing beside its commitment', () => {
  const sums = new Sums()
  const skus = new Set<string>()
  eachRow('gcp', (row) => {
    const cost = exact(row.cost ?? '')
    const sku = row['sku.description'] ?? ''
    sums.add(row.cost_type ?? '', cost)
    if (row.cost_type === 'tax') return
    skus.add(sku)
    expect(exactProduct(row['usage.amount_in_pricing_units'] ?? '', row['price.effective_price'] ?? '')).toBe(cost)
    for (const [, amount, type] of (row.credits ?? '').matchAll(/"amount":(-[\d.]+),.*?"type":"(\w+)"/g)) {
      const credit = exact(amount ?? '')
      sums.add(type ?? '', credit)
      if (type === 'COMMITTED_USAGE_DISCOUNT') expect(cost + credit).toBe(0n)
    }
    if (sku.startsWith('Commitment v1')) sums.add('commitment', cost)
  })
  expect(sums.of('commitment') * 100n).toBe(sums.of('COMMITTED_USAGE_DISCOUNT') * -63n)
  expect(sums.of('SUSTAINED_USAGE_DISCOUNT') < 0n).toBe(true)
  expect(sums.of('tax') > 0n).toBe(true)
  expect(skus).toContain('Nvidia Tesla A100 80GB GPU running in Americas')
  expect(skus).toContain('Commitment v1: Nvidia L4 GPU in Netherlands for 1 Year')
})

test('Azure: cost is quantity x effective price, and used plus unused reservation is every hour', () => {
  let reservedHours = 0n
  let unused = 0n
  eachRow('azure', (row) => {
    expect(exactProduct(row.Quantity ?? '', row.EffectivePrice ?? '')).toBe(exact(row.Cost ?? ''))
    expect(() => JSON.parse(`{${row.Tags}}`)).not.toThrow()
    if (row.PricingModel === 'Reservation') reservedHours += exact(row.Quantity ?? '')
    if (row.ChargeType === 'UnusedReservation') unused += exact(row.Quantity ?? '')
  })
  const days = monthAt(-3).days.length + monthAt(-1).days.length
  expect(reservedHours).toBe(exact(String(24 * days)))
  expect(unused > 0n).toBe(true)
})

test('Nebius: costs are quantity x unit price in EUR, and the reserve bills what it covers plus what is unused', () => {
  const sums = new Sums()
  eachRow('nebius', (row) => {
    expect(row.BillingCurrency).toBe('EUR')
    expect(exactProduct(row.PricingQuantity ?? '', row.ListUnitPrice ?? '')).toBe(exact(row.ListCost ?? ''))
    if (row.CommitmentDiscountId) {
      sums.add('billed', exact(row.BilledCost ?? ''))
      sums.add('effective', exact(row.EffectiveCost ?? ''))
      sums.add(`${row.ChargeCategory} ${row.CommitmentDiscountStatus}`, exact(row.PricingQuantity ?? ''))
    } else {
      expect(row.BilledCost).toBe(row.EffectiveCost)
    }
  })
  expect(sums.of('billed')).toBe(sums.of('effective'))
  expect(sums.of('Purchase ')).toBe(sums.of('Usage Used') + sums.of('Usage Unused'))
  expect(sums.of('Usage Unused') > 0n).toBe(true)
})

test('every GPU machine is in the catalogue, and the classes, teams, projects and models are the ones documented', () => {
  const seen = {
    classes: new Set<string>(),
    teams: new Set<string>(),
    projects: new Set<string>(),
    models: new Set<string>(),
  }
  const machine = (provider: string, type: string) => {
    const row = catalogRow(provider, type)
    if (!row) throw new Error(`${provider} ${type} is not in the catalogue`)
    seen.classes.add(row.gpuClass)
  }
  const tags = (all: Record<string, string>) => {
    if (all.team) seen.teams.add(all.team)
    if (all.project) seen.projects.add(all.project)
    if (all.model) seen.models.add(all.model)
  }
  eachRow('aws', (row) => {
    const type = (row.product_instance_type ?? '').replace(/^ml\./, '')
    if (/^(p|g|inf|trn)\d/.test(type)) machine('aws', type)
    const all: Record<string, string> = JSON.parse(row.resource_tags ?? '{}')
    tags(Object.fromEntries(Object.entries(all).map(([key, value]) => [key.replace('user_', ''), value])))
  })
  eachRow('gcp', (row) => {
    const spec = /machine_spec","value":"([^"]+)"/.exec(row.system_labels ?? '')?.[1] ?? ''
    if (spec && !spec.startsWith('n2-')) machine('gcp', spec)
    const all: { key: string; value: string }[] = JSON.parse(row.labels ?? '[]')
    tags(Object.fromEntries(all.map(({ key, value }) => [key, value])))
  })
  eachRow('azure', (row) => {
    const size: string = row.AdditionalInfo ? JSON.parse(row.AdditionalInfo).ServiceType : ''
    if (size.startsWith('Standard_N')) machine('azure', size)
    tags(JSON.parse(`{${row.Tags}}`))
  })
  eachRow('nebius', (row) => {
    if (row.SkuPriceDetails) machine('nebius', JSON.parse(row.SkuPriceDetails).InstanceType)
    tags(JSON.parse(row.Tags ?? '{}'))
  })
  expect([...seen.classes].sort()).toEqual([
    'A10',
    'A100-40GB',
    'A100-80GB',
    'A10G',
    'B200',
    'H100-NVL-94GB',
    'H100-SXM-80GB',
    'H200',
    'Inferentia2',
    'L4',
    'L40S',
    'T4',
  ])
  expect([...seen.teams].sort()).toEqual([
    'assistant',
    'assistat',
    'foundation-models',
    'platform',
    'search',
    'speech',
    'vision',
  ])
  expect(seen.projects.size).toBe(15)
  expect(seen.models.size).toBe(12)
})
