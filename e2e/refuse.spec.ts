import { expect } from '@playwright/test'
import { publish, table, upload } from './actions.ts'
import { brokenBill, csvFile, focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

test('a value that does not parse is named with its file, row, column and value; accepting leaves exactly it out', async ({
  page,
}) => {
  const account = ownName('issue')
  const lines = [{ BilledCost: '10.5' }, { BilledCost: 'twelve', EffectiveCost: '12', day: 2 }, { BilledCost: '20' }]
  const file = focusBill(account, lines)
  await upload(page, file)
  await expect(page.getByRole('heading', { name: 'Publish without 1 row?' })).toBeVisible()
  const issue = table(page, 'Issues').getByRole('row', { name: 'BilledCost' })
  await expect(issue.getByRole('cell')).toContainText([file.name, '3', 'BilledCost', 'twelve'])
  await issue.getByRole('link', { name: '3', exact: true }).click()
  await expect(table(page, 'Row 3').getByRole('row', { name: 'BilledCost twelve', exact: true })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Accept the shortfall and publish' }).click()
  await expect(page.getByText('1 row is listed as an issue.')).toBeVisible()
  await expect(page.getByText('= 2 stored + 1 issue')).toBeVisible()
})

test('a file that breaks off inside of a quote is refused with its place', async ({ page }) => {
  const file = brokenBill(ownName('broken'))
  await upload(page, file)
  await expect(page.getByRole('heading', { name: 'Why it was refused' })).toBeVisible()
  await expect(page.getByText('Refused', { exact: true })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: file.name })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: /^3$/ })).toBeVisible()
})

test('a layout that no format knows is mapped once; the same header is then imported without asking', async ({
  page,
}) => {
  const account = ownName('mapped')
  const amount = ownName('amount')
  const row = (day: string, cost: string) => ({ when: day, [amount]: cost, squad: 'vision', what: 'node' })
  await upload(page, csvFile('own-layout.csv', [row('2026-03-01', '12.25'), row('2026-03-02', '7.5')]))
  await expect(page.getByRole('heading', { name: 'This layout is new here' })).toBeVisible()
  await page.getByLabel('Charge date').selectOption('when')
  await page.getByLabel('Dates are written').selectOption('iso')
  await page.getByLabel('Billed cost').selectOption(amount)
  await page.getByLabel('Provider').fill('Attic Cloud')
  await page.getByLabel('Currency of the whole file').fill('USD')
  await page.getByLabel('Billing account of the whole file').fill(account)
  await page.getByLabel('Team', { exact: true }).selectOption('squad')
  await page.getByRole('button', { name: 'Read the file this way' }).click()
  await expect(page.getByText('Reconciled to the last digit.')).toBeVisible()
  const sums = table(page, 'Reconciliation')
  await expect(sums.getByRole('row', { name: 'Billed cost USD 19.75 19.75 none 0 reconciled' })).toBeVisible()
  await expect(table(page, 'Slices').getByRole('row', { name: account })).toContainText('2026-03')

  await publish(page, csvFile('own-layout-april.csv', [row('2026-04-01', '3.125')]))
  await expect(sums.getByRole('row', { name: 'Billed cost USD 3.125 3.125 none 0 reconciled' })).toBeVisible()
})
