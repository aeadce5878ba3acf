import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { spendOf, table, upload, visit } from './actions.ts'
import { billed, csvFile, ownName } from './bills.ts'
import { test } from './fixtures.ts'

/** A bill of quantities alone: eight GPU hours on a day, twice. */
function quantities(account: string) {
  const row = (day: string) => ({
    BillingAccountId: account,
    ChargeCategory: 'Usage',
    ChargePeriodStart: `${billed.from.slice(0, 8)}${day}T00:00:00Z`,
    ChargePeriodEnd: `${billed.from.slice(0, 8)}${day}T01:00:00Z`,
    ConsumedQuantity: '1',
    ConsumedUnit: 'Instance-Hours',
    ProviderName: account,
    ServiceName: 'GPU Compute',
    SkuId: '8x H200',
    SkuMeter: '8x H200',
    ResourceId: 'node',
  })
  return csvFile(`${account}.csv`, [row('03'), row('20')])
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value)
}

test('a rate prices quantities after the difference was shown, and a changed rate prices them anew', async ({
  page,
}) => {
  const account = ownName('cloud')
  await upload(page, quantities(account))
  await visit(page, spendOf(account, { group: 'gpu-class' }))
  await expect(page.getByText('No price').first()).toBeVisible()

  await visit(page, '/settings/rate-cards')
  await page.getByRole('button', { name: 'Add a rate' }).click()
  await fill(page, { Provider: account, Price: '2.5', Currency: 'USD', 'Valid from': billed.from, Source: 'contract' })
  await page.getByRole('button', { name: 'Show the difference' }).click()
  const difference = table(page, 'Difference').getByRole('row').nth(1)
  await expect(difference).toContainText('40.00')
  await expect(page.getByText(/2 charges get another price; 2 had none/)).toBeVisible()
  await page.getByRole('button', { name: 'Save and price' }).click()
  await expect(page.getByRole('status').getByText('Saved: 2 charges priced anew')).toBeVisible()
  await visit(page, spendOf(account, { group: 'gpu-class' }))
  await expect(table(page, 'GPU classes').getByRole('row').nth(1)).toContainText('40.00')

  await visit(page, '/settings/rate-cards')
  const own = table(page, 'Rates')
    .getByRole('row')
    .filter({ hasText: 'contract' })
    .filter({ hasText: account.slice(-8) })
  await own.getByRole('button', { name: /^Change rate/ }).click()
  await fill(page, { Price: '3' })
  await page.getByRole('button', { name: 'Show the difference' }).click()
  await expect(difference).toContainText('48.00')
  await expect(difference).toContainText('8.00')
  await page.getByRole('button', { name: 'Save and price' }).click()
  await expect(own).toContainText('3 USD')

  await visit(page, spendOf(account))
  await table(page, 'Meters').getByRole('link', { name: 'node' }).click()
  await table(page, 'Charges').getByRole('link').first().click()
  await expect(page.getByText('Rated, not billed')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Priced by a rate card' })).toBeVisible()
  await expect(page.getByText('24 USD', { exact: true })).toBeVisible()
})

test('a month is closed, keeps its rates, and is opened again', async ({ page }) => {
  await visit(page, '/settings/exchange-rates')
  await page.getByRole('button', { name: 'Add a rate' }).click()
  await fill(page, { Month: '2001-02', From: 'CHF', To: 'SEK', Rate: '5.8', Source: 'desk', Date: '2001-02-28' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').getByText('Saved')).toBeVisible()
  // The sample has rates of the euro, so there is a choice.
  await page.getByLabel('From', { exact: true }).selectOption('CHF')
  const rate = page.getByRole('button', { name: 'CHF to SEK of 2001-02: 5.8' })
  await expect(rate).toBeVisible()
  await page.getByRole('button', { name: 'Close 2001-02' }).click()
  await expect(page.getByText('Closed', { exact: true })).toBeVisible()
  await expect(rate).toHaveCount(0)
  await page.getByRole('button', { name: 'Open 2001-02 again' }).click()
  await expect(rate).toBeVisible()
  await rate.click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('status').getByText('Removed')).toBeVisible()
})

test('a cluster shows what a GPU-hour costs while it is typed', async ({ page }) => {
  await visit(page, '/settings/owned-clusters')
  await page.getByRole('button', { name: 'Add a cluster' }).click()
  await fill(page, { Name: ownName('hall'), Nodes: 'gpu-[01-02]', 'Purchase price': '480000', 'Price per kWh': '0.12' })
  // 480000 / 48 / (16 GPUs x 24 h x days) and 700 W x 1.3 x 0.12 of power
  await expect(page.getByText(/per GPU-hour available, 16 GPUs in 2 nodes/)).toBeVisible()
  await expect(page.getByText(/power \$0\.1092/)).toBeVisible()
})
