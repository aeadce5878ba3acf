import { expect } from '@playwright/test'
import { publish, spendOf, table, visit } from './actions.ts'
import { focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

test('a tag key moves cost between Unallocated and its team, and the total stays', async ({ page }) => {
  const account = ownName('keys')
  const key = ownName('crew')
  const lines = [
    { BilledCost: '60.125', Tags: `{"${key}":"reds"}` },
    { BilledCost: '40.25', day: 2 },
  ]
  await publish(page, focusBill(account, lines))
  const teams = table(page, 'teams').getByRole('row')
  const saved = page.getByRole('status').getByText(/^Saved: \d/)

  await visit(page, spendOf(account))
  await expect(teams).toContainText(['Team', 'Unallocated100.38', 'Total, USD100.38'])

  await visit(page, '/settings/tag-keys')
  await page.getByLabel('Add a key for Team').fill(key)
  await page.getByLabel('Add a key for Team').press('Enter')
  await page.getByRole('button', { name: 'Save and attribute' }).click()
  await expect(saved).toBeVisible()
  await visit(page, spendOf(account))
  await expect(teams).toContainText(['Team', 'reds60.13', 'Unallocated40.25', 'Total, USD100.38'])
  await visit(page, '/settings/audit')
  await expect(table(page, 'Audit log').getByRole('row', { name: key }).first()).toContainText('admin@demo.invalid')

  await visit(page, '/settings/tag-keys')
  await page.getByRole('button', { name: `Remove ${key}` }).click()
  await page.getByRole('button', { name: 'Save and attribute' }).click()
  await expect(saved).toBeVisible()
  await visit(page, spendOf(account))
  await expect(teams).toContainText(['Team', 'Unallocated100.38', 'Total, USD100.38'])
})

test('an unknown GPU has its own bucket until an admin says what it is', async ({ page }) => {
  const account = ownName('unknown')
  const text = ownName('GPU box')
  const line = { BilledCost: '90', ProviderName: 'Attic Cloud', ServiceName: 'Boxes', ConsumedQuantity: '6' }
  await publish(page, focusBill(account, [{ ...line, SkuMeter: text }]))
  await expect(page.getByRole('link', { name: '1 unknown GPU' })).toBeVisible()
  const classes = table(page, 'GPU classes').getByRole('row')
  await visit(page, spendOf(account, { group: 'gpu-class' }))
  await expect(classes).toContainText(['GPU class', 'Unknown GPU90.00', 'Total, USD90.00'])

  await visit(page, '/settings/gpus')
  await expect(table(page, 'Unknown GPUs').getByRole('row', { name: text })).toContainText('$90.00')
  await page.getByRole('button', { name: `Classify ${text}` }).click()
  const dialog = page.getByRole('dialog', { name: `Classify ${text}` })
  await dialog.getByLabel('GPU class').selectOption('H100-SXM-80GB')
  await dialog.getByLabel('GPUs per unit').fill('4')
  await dialog.getByRole('button', { name: 'Classify' }).click()
  await expect(table(page, 'Classified GPUs').getByRole('row', { name: text })).toContainText('H100-SXM-80GB')

  await visit(page, spendOf(account, { group: 'gpu-class' }))
  await expect(classes).toContainText(['GPU class', 'H100-SXM-80GB90.00', 'Total, USD90.00'])
  await expect(classes.nth(1)).toContainText('24.0')
  await expect(classes.nth(1)).toContainText('3.75')
  await visit(page, '/settings/audit')
  await expect(table(page, 'Audit log').getByRole('row', { name: text })).toContainText('H100-SXM-80GB')
})
