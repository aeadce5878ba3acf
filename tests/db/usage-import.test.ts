import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoImport } from '@/lib/import/actions.ts'
import { metrics } from '@/lib/spend/index.ts'
import { everything, filterOf } from '@/tests/db/spend-world.ts'
import { focusCsv } from '@/tests/import/focus-file.ts'
import { importFiles } from '@/tests/import/import-files.ts'
import { inconsistencies } from '@/tests/import/ledger-check.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
beforeAll(() => client.connect())
afterAll(() => client.end())

/** Three machines with one A10G each, billed for the whole of 2026-09-02 at 24 USD. */
const bill = focusCsv(
  ['node01', 'node02', 'node03'].map((ResourceId) => ({
    ResourceId,
    ChargePeriodEnd: '2026-09-03T00:00:00Z',
    ConsumedQuantity: '24',
    BilledCost: '24',
    EffectiveCost: '24',
  })),
)
const jobs = (end: string) => ({
  name: 'jobs.csv',
  bytes: [
    'JobID|User|Account|State|Start|End|ElapsedRaw|AllocTRES|NodeList|Comment',
    `1|ana|research|COMPLETED|2026-09-02T00:00:00Z|2026-09-02T${end}:00:00Z|${Number(end) * 3600}|gres/gpu=1|node01|model=llama`,
    '1.batch|ana|research|COMPLETED|2026-09-02T00:00:00Z|2026-09-02T06:00:00Z|21600|gres/gpu=1|node01|',
    '2|bob|search|COMPLETED|2026-09-02T00:00:00Z|2026-09-03T00:00:00Z|86400|gres/gpu=1|node02|',
    '3|bob|search|PENDING|Unknown|Unknown|0||None assigned|',
  ].join('\n'),
})
const samples = {
  name: 'dcgm.csv',
  bytes: [
    'timestamp,metric,value,Hostname,gpu,UUID,modelName',
    ...Array.from({ length: 24 }, (_, hour) => {
      const at = `2026-09-02T${String(hour).padStart(2, '0')}`
      return [0, 30]
        .map(
          (minute) =>
            `${at}:${String(minute).padStart(2, '0')}:00Z,DCGM_FI_PROF_GR_ENGINE_ACTIVE,${hour < 16 ? 0.01 : 0.8},node02,0,GPU-2,A10G`,
        )
        .join('\n')
    }),
  ].join('\n'),
}
const day = 'from=2026-09-02&to=2026-09-03'

/** GPU hours and cost by state. */
async function states(): Promise<Record<string, [string | null, string | null]>> {
  const rows = await metrics.series(everything, filterOf(`${day}&group=usage-state&grain=total`))
  return Object.fromEntries(rows.map(({ key, gpuHours, cost }) => [key, [gpuHours, cost]]))
}

async function byTeam(idle: string): Promise<Record<string, string | null>> {
  const rows = await metrics.series(everything, filterOf(`${day}&group=team&grain=total&idle=${idle}`))
  return Object.fromEntries(rows.map(({ key, cost }) => [key, cost]))
}

test('a bill, a scheduler and measurements: used, held idle, not held, not measured, and undo', async () => {
  await importFiles(url, [{ name: 'bill.csv', bytes: bill }], { yes: true })
  expect(await states()).toEqual({ 'not-measured': ['72', '72'] })
  expect(await byTeam('separate')).toEqual({ ml: '72' })

  const first = await importFiles(url, [jobs('06')])
  expect(first.report).toMatchObject({
    status: 'published',
    kind: 'usage',
    format: 'slurm',
    rowsRead: 4,
    rowsStored: 2,
  })
  expect(first.report.usage).toMatchObject({ records: 2, gpuHours: '30', hosts: 2, unmatchedHosts: 0, newRecords: 2 })
  // node01 was held for 6 of 24 hours, node02 all day; nothing says anything of node03.
  expect(await states()).toEqual({ used: ['30', '30'], 'not-held': ['18', '18'], 'not-measured': ['24', '24'] })
  expect(await byTeam('separate')).toEqual({ research: '6', search: '24', '~idle': '18', ml: '24' })
  expect(await byTeam('shared')).toEqual({ research: '24', search: '24', ml: '24' })
  expect(await byTeam('owner')).toEqual({ research: '6', search: '24', ml: '42' })

  const measured = await importFiles(url, [samples])
  expect(measured.report.usage).toMatchObject({ utilisationMetric: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE', records: 24 })
  expect(await states()).toEqual({
    used: ['14', '14'],
    'held-idle': ['16', '16'],
    'not-held': ['18', '18'],
    'not-measured': ['24', '24'],
  })
  expect(await byTeam('separate')).toEqual({ research: '6', search: '8', '~idle': '34', ml: '24' })
  expect(await byTeam('owner')).toEqual({ research: '6', search: '24', ml: '42' })

  expect((await importFiles(url, [jobs('06')])).report.status).toBe('unchanged')
  const longer = await importFiles(url, [jobs('10')])
  expect(longer.report.usage).toMatchObject({ newRecords: 0, changedRecords: 1, sameRecords: 1 })
  expect((await states())['not-held']).toEqual(['14', '14'])

  await undoImport(everything, longer.importId)
  expect((await states())['not-held']).toEqual(['18', '18'])
  await undoImport(everything, measured.importId)
  await undoImport(everything, first.importId)
  expect(await states()).toEqual({ 'not-measured': ['72', '72'] })
  expect(await byTeam('shared')).toEqual({ ml: '72' })
  expect(await inconsistencies(client)).toEqual([])
})

test('usage that came before its bill counts once the bill is there', async () => {
  await importFiles(url, [
    {
      name: 'early.csv',
      bytes: 'start,end,resource,gpus,team\n2026-09-05T00:00:00Z,2026-09-05T12:00:00Z,late,1,early\n',
    },
  ])
  const late = focusCsv([
    {
      ResourceId: 'late',
      BillingAccountId: 'late',
      ChargePeriodStart: '2026-09-05T00:00:00Z',
      ChargePeriodEnd: '2026-09-06T00:00:00Z',
      ConsumedQuantity: '24',
      EffectiveCost: '48',
      BilledCost: '48',
    },
  ])
  await importFiles(url, [{ name: 'late.csv', bytes: late }], { yes: true })
  const rows = await metrics.series(everything, filterOf('from=2026-09-05&to=2026-09-06&group=team&grain=total'))
  expect(Object.fromEntries(rows.map(({ key, cost }) => [key, cost]))).toEqual({ early: '24', ml: '24' })
})
