import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { awsColumns } from '@/lib/sample/aws/columns.ts'
import { awsRows } from '@/lib/sample/aws/rows.ts'
import { sampleDays, sampleMonths } from '@/lib/sample/calendar.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import { writeCsv } from '@/lib/sample/csv-file.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import type { PlantedId } from '@/lib/sample/planted.ts'
import { plantedFacts } from '@/lib/sample/planted.ts'
import type { WrittenRow } from '@/lib/sample/read-back.ts'
import { exact, exactProduct, readBack, Sums } from '@/lib/sample/read-back.ts'

const until = '2026-11-20'
const facts = plantedFacts(until)
const sums = new Sums()
const units = (text: string | undefined) => exact(text ?? '')

/** Whether the bill's rows of a day belong to a planted fact's period. */
function within(id: PlantedId, day: string): boolean {
  const period = facts.find((fact) => fact.id === id)?.period
  return period !== undefined && day >= period.from && day < period.to
}

/** Hours of a row that fall outside Monday to Friday, 8:00 to 20:00 UTC; the row is one full hour or one full day. */
function nightHours(row: WrittenRow, day: string): number {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  if (row.line_item_usage_amount === '24') return weekend ? 24 : 12
  const hour = Number((row.line_item_usage_start_date ?? '').slice(11, 13))
  return weekend || hour < 8 || hour >= 20 ? 1 : 0
}

/** Adds what a row says about each planted fact, from the bill alone. */
function measure(row: WrittenRow): void {
  const day = (row.line_item_usage_start_date ?? '').slice(0, 10)
  const type = row.line_item_line_item_type
  const cost = units(row.line_item_unblended_cost)
  const tags: Record<string, string> = JSON.parse(row.resource_tags ?? '{}')
  const hours = row.line_item_usage_amount ?? ''
  if (type === 'DiscountedUsage' && within('idle-reserved-node', day)) {
    sums.add('idle-reserved-node', units(row.reservation_effective_cost))
    sums.add(`idle on ${row.line_item_resource_id}`, 1n)
  }
  if (row.line_item_usage_type?.startsWith('EC2SP') && within('half-used-savings-plan', day)) {
    const committed = units(row.savings_plan_total_commitment_to_date)
    sums.add('half-used-savings-plan', committed - units(row.savings_plan_used_commitment))
    sums.add('committed', committed)
  }
  if (row.line_item_usage_account_id === '447190321175') {
    sums.add('untagged-account', cost)
    expect(tags).toEqual({})
  }
  if (row.line_item_resource_id === 'northwind-checkpoints-2025' && within('cold-checkpoints', day)) {
    sums.add('cold-checkpoints', cost)
  }
  if (
    row.line_item_usage_type?.endsWith('VolumeUsage.gp3') &&
    tags.user_project === 'image-captioning' &&
    within('orphaned-volumes', day)
  ) {
    sums.add('orphaned-volumes', cost)
  }
  if (type !== 'Usage' || row.pricing_term !== 'OnDemand') return
  if (row.product_instance_type === 'p5.48xlarge') {
    expect(row.line_item_unblended_rate).toBe(within('on-demand-rate-cut', day) ? '55.04' : '68.8')
    if (within('on-demand-rate-cut', day)) sums.add('on-demand-rate-cut', exactProduct(hours, '68.8') - cost)
  }
  if (row.product_instance_type === 'p4d.24xlarge' && row.product_region_code === 'ap-northeast-2') {
    sums.add('region-price-gap', cost - exactProduct(hours, '21.957642'))
  }
  if (row.product_instance_type === 'p4d.24xlarge' && tags.user_project === 'video-tagging') {
    expect(within('lost-spot-spike', day)).toBe(true)
    sums.add('lost-spot-spike', cost)
  }
  if (tags.user_Name?.startsWith('notebook-') && within('notebooks-at-night', day)) {
    sums.add('notebooks-at-night', exactProduct(String(nightHours(row, day)), row.line_item_unblended_rate ?? ''))
  }
}

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'planted-'))
  const ctx = { until, scale: 0.01, noise: createNoise(defaultSeed) }
  for (const month of sampleMonths(sampleDays(until))) {
    const path = join(dir, `${month.month}.csv.gz`)
    await writeCsv(path, awsColumns, awsRows(month, ctx))
    readBack(path, measure)
  }
  rmSync(dir, { recursive: true })
}, 120_000)

test.each(facts.map((fact) => [fact.id, fact] as const))('%s: its size is what the files add up to', (id, fact) => {
  expect(sums.of(id)).toBe(exact(fact.size))
  expect(exact(fact.size) > 0n).toBe(true)
})

test('the idle node is one resource, and the plan is half used', () => {
  const idle = facts.find((fact) => fact.id === 'idle-reserved-node')
  expect(sums.keys().filter((key) => key.startsWith('idle on '))).toEqual([`idle on ${idle?.subject.value}`])
  expect(sums.of('half-used-savings-plan') * 2n).toBe(sums.of('committed'))
})

test('docs/sample-data.md states the same subjects, periods and sizes', () => {
  const doc = readFileSync(new URL('../../docs/sample-data.md', import.meta.url), 'utf8').replace(/ +/g, ' ')
  for (const { id, subject, period, size, currency } of facts) {
    const cells = [`\`${id}\``, `\`${subject.value}\``, period.from, period.to, `${size} ${currency}`]
    expect(doc).toContain(`| ${cells.join(' | ')} |`)
  }
})

test.each(['2024-02-29', '2026-03-01', '2026-12-31'])('every fact lies inside the 13 months up to %s', (last) => {
  const days = sampleDays(last)
  for (const { period, size } of plantedFacts(last)) {
    expect(period.from >= (days[0]?.date ?? '')).toBe(true)
    expect(period.to <= (days.at(-1)?.next ?? '')).toBe(true)
    expect(exact(size) > 0n).toBe(true)
  }
})
