import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { publish, spendOf, table, upload, visit } from './actions.ts'
import { focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

/** Holds the total that Spend shows of an account against every digit. */
async function expectTotal(page: Page, account: string, total: string): Promise<void> {
  await visit(page, spendOf(account))
  await expect(table(page, 'teams').getByRole('row', { name: 'Total, USD' }).getByTitle(`${total} USD`)).toBeVisible()
}

test('a newer export of a month replaces it after a look at the difference, and undo brings it back', async ({
  page,
}) => {
  const account = ownName('replace')
  const before = [{ BilledCost: '100.10' }, { BilledCost: '50.005', day: 2 }]
  await publish(page, focusBill(account, before))
  await expectTotal(page, account, '150.105')

  const after = [{ BilledCost: '100.10' }, { BilledCost: '70.005', day: 2 }, { BilledCost: '0.333', day: 3 }]
  await upload(page, focusBill(account, after, 'restated.csv'))
  await expect(page.getByRole('heading', { name: 'Replace 1 slice?' })).toBeVisible()
  const slice = table(page, 'Slices to replace').getByRole('row', { name: account })
  await expect(slice).toHaveAccessibleName(/v2 replaces v1 2 3 150\.11 170\.44 \+20\.33$/)
  const asked = page.url()
  await expectTotal(page, account, '150.105')

  await visit(page, asked)
  await page.getByRole('button', { name: 'Replace and publish' }).click()
  await expect(page.getByText('Reconciled to the last digit.')).toBeVisible()
  await expectTotal(page, account, '170.438')

  await visit(page, asked)
  await page.getByRole('button', { name: 'Undo this import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo this import?' })
  await expect(dialog.getByRole('row', { name: account })).toContainText('150.11')
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByRole('status').getByText(/^Import \d+ is undone$/)).toBeVisible()
  await expectTotal(page, account, '150.105')
})

test('the same bytes again change nothing and say which import holds them', async ({ page }) => {
  const file = focusBill(ownName('same'), [{ BilledCost: '12.5' }])
  await publish(page, file)
  const first = Number(page.url().split('/').pop())
  await upload(page, { ...file, name: 'under another name.csv' })
  await expect(page.getByText('Nothing was done: these bytes are already held by')).toBeVisible()
  await page.getByRole('link', { name: `import ${first}, ${file.name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible()
})

test('a replacement that is cancelled leaves the month as it is', async ({ page }) => {
  const account = ownName('cancel')
  await publish(page, focusBill(account, [{ BilledCost: '8.25' }]))
  await upload(page, focusBill(account, [{ BilledCost: '9.75' }]))
  await page.getByRole('button', { name: 'Cancel the import' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await expectTotal(page, account, '8.25')
})
