import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/core/errors.ts'
import { detect } from '@/lib/import/detect.ts'
import { billingFormats } from '@/lib/import/index.ts'
import type { ReadCharge, ReadFile } from './read-plan.ts'
import { readCells, readPlan } from './read-plan.ts'

const root = join(import.meta.dirname, '../..')
const formatFolder = join(root, 'lib/import/formats')
const fixtures = join(root, 'tests/fixtures/billing')

const ids = billingFormats.map(({ id }) => id).sort()
const files = (id: string, kind: 'ok' | 'bad') => {
  const folder = join(fixtures, id, kind)
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => join(folder, name))
    : []
}
const beside = (csv: string, suffix: string) => csv.replace(/\.csv$/, suffix)
const answersFor = (csv: string): Record<string, string> => {
  const path = beside(csv, '.answers.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** Without nulls, so that a golden shows what a row has. */
function compact<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)) as Partial<T>
}

function golden({ format, variant, answers, charges }: ReadFile): string {
  const rows = charges.map(({ meter, costs, ...rest }) => ({
    ...compact(rest),
    costs: compact(costs),
    meter: 'problem' in meter ? meter : compact(meter),
  }))
  const { mapping: _, ...given } = answers
  return `${JSON.stringify({ format: format.id, variant, answers: given, charges: rows }, null, 2)}\n`
}

/** What is wrong with a row, in words for a golden. */
function faults(charge: ReadCharge, statesEnd: boolean): string[] {
  const label = 'problem' in charge.meter ? [charge.meter.problem.reason] : []
  const dates = (['start', 'end', 'billingPeriod'] as const).filter(
    (field) => charge[field] === null && (field !== 'end' || statesEnd),
  )
  return [...label, ...dates.map((field) => `${field} not read`)]
}

describe('registry, folder, fixtures and docs agree', () => {
  test('every file in formats/ is one format with the id of its file, and the registry has them all', async () => {
    const names = readdirSync(formatFolder).filter((name) => !name.endsWith('.test.ts'))
    expect(names.map((name) => basename(name, '.ts')).sort()).toEqual(ids)
    for (const name of names) {
      const exported: Record<string, unknown> = await import(join(formatFolder, name))
      const formats = billingFormats.filter((format) => Object.values(exported).includes(format))
      expect(formats.map(({ id }) => id)).toEqual([basename(name, '.ts')])
    }
  })

  test('every format has fixtures, and every fixture folder a format', () => {
    expect(readdirSync(fixtures).sort()).toEqual(ids)
  })

  test('docs/formats.md has one row per format, with its label', () => {
    const rows = [...readFileSync(join(root, 'docs/formats.md'), 'utf8').matchAll(/^\| `([a-z-]+)` +\| ([^|]+) \|/gm)]
    expect(rows.map(([, id]) => id).sort()).toEqual(ids)
    for (const { id, label } of billingFormats) expect(rows.find((row) => row[1] === id)?.[2]?.trim()).toBe(label)
  })
})

describe.each(billingFormats)('$id', (format) => {
  test('has good fixtures unless it is refused, and bad ones', () => {
    expect(files(format.id, 'ok').length > 0).toBe(!format.refuse)
    expect(files(format.id, 'bad').length).toBeGreaterThan(0)
  })

  test.for(files(format.id, 'ok'))('reads %s as its golden says', async (csv) => {
    const { header } = readCells(csv)
    const claiming = billingFormats.filter((candidate) => 'format' in detect(header, [candidate]))
    expect(claiming.map(({ id }) => id)).toEqual(format.requires.length === 0 ? [] : [format.id])
    const read = await readPlan(csv, answersFor(csv))
    expect(read.charges.length).toBeGreaterThan(0)
    await expect(golden(read)).toMatchFileSnapshot(beside(csv, '.expected.json'))
  })

  test.for(files(format.id, 'bad'))('says what is wrong with %s', async (csv) => {
    let said: unknown
    try {
      const read = await readPlan(csv, answersFor(csv))
      const rows = read.charges.map((charge) => faults(charge, read.statesEnd))
      expect(rows.flat().length).toBeGreaterThan(0)
      said = { rows }
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof Error && error.name === 'NotDetected')) throw error
      said = { message: error.message }
    }
    await expect(`${JSON.stringify(said, null, 2)}\n`).toMatchFileSnapshot(beside(csv, '.expected.json'))
  })
})

test('every golden belongs to a fixture', () => {
  const all = ids.flatMap((id) =>
    (['ok', 'bad'] as const).flatMap((kind) => {
      const folder = join(fixtures, id, kind)
      return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
    }),
  )
  const goldens = all.filter((path) => path.endsWith('.expected.json'))
  const csvs = all.filter((path) => path.endsWith('.csv'))
  expect(goldens.sort()).toEqual(csvs.map((csv) => beside(csv, '.expected.json')).sort())
})
