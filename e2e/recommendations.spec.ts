import { expect } from '@playwright/test'
import { publish, table, upload, visit } from './actions.ts'
import type { Line } from './bills.ts'
import { focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

const DAY_MS = 86_400_000
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Daily charges of a transfer between regions, from one day until before another, at a cost for each day. */
function transfers(project: string, from: string, to: string, cost: (day: string) => string): Line[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS
  return Array.from({ length: count }, (_, index) => {
    const day = isoDay(Date.parse(from) + index * DAY_MS)
    return {
      month: `${day.slice(0, 8)}01`,
      day: Number(day.slice(8)),
      hours: 24,
      BilledCost: cost(day),
      ServiceName: 'AWS Data Transfer',
      ServiceCategory: 'Networking',
      ResourceId: project,
      SkuMeter: 'USE1-EUC1-AWS-Out-Bytes',
      ConsumedQuantity: '1500',
      ConsumedUnit: 'GB',
      Tags: JSON.stringify({ team: 'egress-team', project }),
    }
  })
}

test('a finding is found, understood, changed, planned and done; the bill of the month after says what it saved', async ({
  page,
}) => {
  test.slow()
  const project = ownName('egress')
  // The sample data ends yesterday.
  const today = isoDay(Date.now())
  const from = isoDay(Date.parse(`${today.slice(0, 8)}01T00:00:00Z`) - 70 * DAY_MS)
  await publish(
    page,
    focusBill(
      project,
      transfers(project, from, today, () => '30'),
    ),
  )

  await visit(page, '/recommendations')
  await page.getByLabel('Project').selectOption(project)
  const found = table(page, 'Findings').getByRole('row', { name: project })
  await expect(found).toContainText('$720')
  await found.getByRole('link', { name: 'Transfer and egress' }).click()

  await expect(page.getByRole('heading', { level: 1, name: project })).toBeVisible()
  await expect(page.getByText(`${project} moved 45,000 GB between regions for $900`)).toBeVisible()
  await expect(table(page, 'Calculation').getByRole('row', { name: /^Saved/ })).toContainText('$720')
  const figures = page.getByLabel('Key figures')
  await page.getByLabel('Part that moving or caching avoids').fill('50')
  await expect(page.getByRole('status').getByText('Then $450 a month')).toBeVisible()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('button', { name: 'Keep' })).toHaveCount(0)
  await expect(figures).toContainText('$450')

  await page.getByRole('button', { name: 'Plan' }).click()
  const plan = page.getByRole('dialog', { name: 'Plan this' })
  await plan.getByLabel('Owner').fill('Ana')
  await plan.getByLabel('Due on').fill(today)
  await plan.getByRole('button', { name: 'Plan' }).click()
  await expect(page.getByText('Planned', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Mark done' }).click()
  const done = page.getByRole('dialog', { name: 'Mark as done' })
  await done.getByLabel('Done on').fill(isoDay(Date.parse(today) - DAY_MS))
  await done.getByRole('button', { name: 'Mark done' }).click()
  await expect(page.getByRole('heading', { name: 'Predicted and realised' })).toBeVisible()
  await expect(page.getByText('Too early', { exact: true })).toBeVisible()
  const address = page.url()

  const later = isoDay(Date.parse(today) + 31 * DAY_MS)
  const month = `${today.slice(0, 8)}01`
  const after = transfers(project, month, later, (day) => (day < today ? '30' : '15'))
  await upload(page, focusBill(project, after, 'month-after.csv'))
  await page.getByRole('button', { name: 'Replace and publish' }).click()
  await expect(page.getByText('Reconciled to the last digit.')).toBeVisible()
  const asked = page.url()
  try {
    await visit(page, address)
    const checked = page.getByRole('region').or(page.locator('section')).filter({ hasText: 'Predicted and realised' })
    await expect(checked.getByText('Verified', { exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(checked.getByText(/^\$450, \$\d+ to \$\d+$/)).toBeVisible()
    await visit(page, '/recommendations?list=done')
    await expect(table(page, 'Verified').getByRole('row', { name: project })).toHaveAccessibleName(/\$450 \$450/)
  } finally {
    // Or the data would end later for whoever comes after.
    await visit(page, asked)
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByRole('status').getByText(/^Import \d+ is undone$/)).toBeVisible()
  }
})

test('a dismissed finding leaves the list at once, and Undo brings it back', async ({ page }) => {
  await visit(page, '/recommendations')
  const row = table(page, 'Findings').getByRole('row', { name: 'caption-train-01' })
  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Dismiss' })
  await dialog.getByLabel('Reason').fill('kept warm for the release')
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await page.getByRole('complementary', { name: 'Pages' }).getByRole('link', { name: 'Recommendations' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()
})

test('a changed threshold shows which findings would go before it is saved', async ({ page }) => {
  await visit(page, '/settings/recommendations')
  await page.getByLabel('Off-hours scheduling: Hours of the week with work, at most').fill('20')
  await page.getByRole('button', { name: 'Show the difference' }).click()
  await expect(page.getByText(/notebook/).first()).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Reset' }).click()
})

test('a run is priced while it is typed, and an API held against own machines', async ({ page }) => {
  await visit(page, '/unit-economics')
  const plan = table(page, 'Planned cost')
  const h100 = plan.getByRole('row', { name: /^H100-SXM-80GB your bills/ })
  // 6 x 7e9 x 2e12 FLOP at 40% of 989.4 TFLOPS: 58,962 GPU hours.
  await expect(h100).toContainText('59k')
  await page.getByLabel('Tokens, trillions').fill('4')
  await expect(h100).toContainText('118k')
  await page.getByRole('link', { name: 'Tokens and serving' }).click()
  await expect(page.getByText('The API is cheaper by 30% or more')).toBeVisible()
  await page.getByLabel('Your rate, USD a GPU hour').fill('3')
  await page.getByLabel('Tokens written a month, millions').fill('60000')
  await page.getByLabel('Peak over mean').fill('1.2')
  await expect(page.getByText('Own machines are cheaper by 30% or more')).toBeVisible()
})
