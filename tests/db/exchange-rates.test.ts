import { expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { listExchangeRates, removeExchangeRate, saveExchangeRate } from '@/lib/currency/change-rates.ts'
import { closeMonth, listClosedMonths, reopenMonth } from '@/lib/currency/closed-months.ts'
import { db } from '@/lib/db/client.ts'
import { undoImport } from '@/lib/import/actions.ts'
import { importFiles } from '../import/import-files.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const admin: Scope = { userId: null, actor: 'admin@example.org', role: 'admin', teams: null }
const header = 'month,from,to,rate,source,date'
const draft = (more: object) => ({
  month: '2026-08',
  from: 'EUR',
  to: 'USD',
  rate: '1.07',
  source: 'desk',
  date: '2026-08-31',
  ...more,
})

const publish = (name: string, ...rows: string[]) => importFiles(url, [{ name, bytes: `${rows.join('\n')}\n` }])
const brief = async () =>
  (await listExchangeRates()).map(
    ({ month, from, to, rate, source }) => `${month.slice(0, 7)} ${from} ${to} ${rate} ${source}`,
  )

let byHand: string[] = []
test('a rate by hand is stored with its author and audited', async () => {
  await saveExchangeRate(admin, draft({ from: 'eur' }))
  byHand = await brief()
  expect(byHand).toEqual(['2026-08 EUR USD 1.07 desk'])
  expect(await listExchangeRates()).toMatchObject([
    { createdBy: admin.actor, importId: null, observedOn: '2026-08-31' },
  ])
  expect(await db().auditEvent.findFirst({ where: { action: 'exchange-rate.save' } })).toMatchObject({
    subject: 'exchange-rate:2026-08 EUR to USD',
  })
})

test('the file of the ECB gives monthly rates, and its undo brings back what was typed in', async () => {
  const rows = ['Date,USD,JPY,', '2026-09-29,1.08,169.25,', '2026-09-30,1.09,N/A,', '2026-08-31,1.0700,168,']
  const { report, importId, result } = await publish('eurofxref-hist.csv', ...rows)
  expect(report).toMatchObject({
    status: 'published',
    kind: 'exchange-rates',
    format: 'ecb-reference-rates',
    rowsStored: 4,
  })
  expect(result).toMatchObject({
    receipt: { added: 3, same: 0, pairs: 2, replaced: [{ rate: '1.07', source: 'desk' }] },
  })
  expect(await brief()).toEqual([
    '2026-09 EUR JPY 169.25 ECB reference rate',
    '2026-09 EUR USD 1.09 ECB reference rate',
    '2026-08 EUR JPY 168 ECB reference rate',
    '2026-08 EUR USD 1.07 ECB reference rate',
  ])
  expect((await publish('again.csv', ...rows)).report).toMatchObject({ status: 'unchanged', importId })
  await undoImport(admin, importId)
  expect(await brief()).toEqual(byHand)
})

test('undo is refused when a rate of the import was changed since', async () => {
  const { importId } = await publish(
    'own.csv',
    header,
    '2026-09,USD,JPY,150,desk,2026-09-30',
    '2026-09,EUR,USD,1.1,desk,2026-09-30',
  )
  await saveExchangeRate(admin, draft({ month: '2026-09', rate: '1.2' }))
  await expect(undoImport(admin, importId)).rejects.toMatchObject({ code: 'conflict' })
  await removeExchangeRate(admin, { month: '2026-09-01', from: 'EUR', to: 'USD' })
  await removeExchangeRate(admin, { month: '2026-09-01', from: 'USD', to: 'JPY' })
  expect(await brief()).toEqual(byHand)
})

test('a closed month is frozen for hands, files and undo, until it is opened again', async () => {
  const { importId } = await publish('august.csv', header, '2026-08,EUR,GBP,0.86,desk,2026-08-31')
  await closeMonth(admin, '2026-08-01')
  expect(await listClosedMonths()).toMatchObject([{ month: '2026-08-01', closedBy: admin.actor }])
  const before = await brief()
  await expect(closeMonth(admin, '2026-08-01')).rejects.toMatchObject({ code: 'conflict' })
  await expect(closeMonth(admin, '2999-01-01')).rejects.toMatchObject({ code: 'conflict' })
  await expect(saveExchangeRate(admin, draft({ rate: '2' }))).rejects.toMatchObject({ code: 'conflict' })
  await expect(removeExchangeRate(admin, { month: '2026-08-01', from: 'EUR', to: 'GBP' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(undoImport(admin, importId)).rejects.toMatchObject({ code: 'conflict' })
  // What is stored already passes, so that a whole history can be imported again.
  const again = await publish(
    'more.csv',
    header,
    '2026-08,EUR,USD,1.070,desk,2026-08-31',
    '2026-10,EUR,USD,1.1,desk,2026-10-31',
  )
  expect(again.report).toMatchObject({ status: 'published', rowsStored: 2 })
  await undoImport(admin, again.importId)
  expect(await brief()).toEqual(before)
  await reopenMonth(admin, '2026-08-01')
  await undoImport(admin, importId)
  expect(await brief()).toEqual(byHand)
  await expect(reopenMonth(admin, '2026-08-01')).rejects.toMatchObject({ code: 'not_found' })
  const actions = (await db().auditEvent.findMany({ where: { action: { startsWith: 'month.' } } })).map(
    ({ action }) => action,
  )
  expect(actions).toEqual(['month.close', 'month.reopen'])
})
