import { expect } from '@playwright/test'
import { publish, table } from './actions.ts'
import { focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

test('a bill goes in to the last digit, and opens from its total down to the row of the file', async ({ page }) => {
  const account = ownName('drill')
  const lines = [
    { BilledCost: '1000.25', EffectiveCost: '900.5', day: 3, ResourceId: 'node-a', SkuMeter: 'BoxUsage:p5.48xlarge' },
    { BilledCost: '200.125', day: 4, ResourceId: 'node-b', SkuMeter: 'BoxUsage:g5.xlarge', Tags: '{"team":"search"}' },
    { BilledCost: '34.0000000001', day: 5, ServiceName: 'Amazon S3', ServiceCategory: 'Storage', SkuMeter: 'Stored' },
  ]
  await publish(page, focusBill(account, lines))

  const sums = table(page, 'Reconciliation')
  await expect(
    sums.getByRole('row', { name: 'Billed cost USD 1,234.3750000001 1,234.3750000001 none 0 reconciled' }),
  ).toBeVisible()
  await expect(
    sums.getByRole('row', { name: 'Effective cost USD 1,134.6250000001 1,134.6250000001 none 0 reconciled' }),
  ).toBeVisible()
  await expect(sums.getByRole('row', { name: 'List cost USD not available not available' })).toBeVisible()
  await expect(table(page, 'Slices').getByRole('row', { name: account })).toContainText('3')

  await page.getByRole('link', { name: 'Open in Spend' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Spend by team' })).toBeVisible()
  const total = table(page, 'teams').getByRole('row', { name: 'Total, USD' })
  await expect(total.getByTitle('1,134.6250000001 USD')).toHaveText('1,134.63')
  await expect(total).toContainText('9.0')
  await expect(page.getByRole('heading', { level: 2, name: '$1,134.63' })).toBeVisible()

  await table(page, 'teams').getByRole('link', { name: 'Unallocated', exact: true }).click()
  await expect(table(page, 'projects').getByTitle('934.5000000001 USD').first()).toBeVisible()
  await table(page, 'Meters')
    .getByRole('link', { name: /^node-a/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'node-a' })).toBeVisible()
  await expect(page.getByText('1 in this period, by time')).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'H100-SXM-80GB' })).toContainText('aws-usage-type')
  await expect(table(page, 'Charges').getByRole('row', { name: 'All charges' })).toContainText('900.50')

  await table(page, 'Charges').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Charge of 3')
  await expect(page.getByText('Counted')).toBeVisible()
  await expect(page.getByText(`${account}.csv, row 2 of`)).toBeVisible()
  const row = table(page, 'Row 2')
  await expect(row.getByRole('row', { name: 'BilledCost 1000.25', exact: true })).toBeVisible()
  await expect(row.getByRole('row', { name: 'SkuMeter BoxUsage:p5.48xlarge', exact: true })).toBeVisible()
  await expect(row.getByRole('row', { name: `BillingAccountId ${account}`, exact: true })).toBeVisible()
})
