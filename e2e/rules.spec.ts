import { expect } from '@playwright/test'
import { publish, spendOf, table, visit } from './actions.ts'
import { billed, focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

test('what nobody claimed is one click from a rule that claims it and its likes', async ({ page }) => {
  const account = ownName('rules')
  const team = ownName('team')
  await publish(
    page,
    focusBill(account, [
      { BilledCost: '100', ResourceId: `${account}-1` },
      { BilledCost: '20.5', ResourceId: `${account}-2` },
      { BilledCost: '7', ResourceId: 'elsewhere', Tags: `{"team":"${team}"}` },
    ]),
  )
  const worklist = `/unallocated?${new URLSearchParams({ ...billed, 'is.account': account })}`
  await visit(page, worklist)
  const unknown = table(page, 'Meters without a team').getByRole('row')
  await expect(unknown).toHaveCount(3)
  await expect(page.getByText('2, $120.50, the largest first')).toBeVisible()
  await unknown
    .nth(1)
    .getByRole('link', { name: `Make a rule for ${account}-1` })
    .click()

  const dialog = page.getByRole('dialog', { name: 'Add a rule' })
  await expect(dialog.getByText('These conditions catch this meter and 1 other without a team, $120.50')).toBeVisible()
  await expect(dialog.getByLabel('Condition 2: values, one a line')).toHaveValue(`${account}-*`)
  await dialog.getByLabel('Team', { exact: true }).fill(team)
  await expect(dialog.getByText(/2 meters, 2 charges.*\$120\.50 from Unallocated/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Add to the draft' }).click()
  const change = table(page, 'Teams before and after').getByRole('row').filter({ hasText: team })
  await expect(change).toContainText('$7.00')
  await expect(change).toContainText('$127.50')
  await page.getByRole('button', { name: 'Save and attribute' }).click()
  await expect(page.getByRole('status').getByText(/^Saved as version/)).toBeVisible()

  await visit(page, worklist)
  await expect(page.getByText('Everything has a team')).toBeVisible()
  await visit(page, spendOf(account, { group: 'team' }))
  await expect(page.getByRole('row').filter({ hasText: team }).first()).toContainText('127.50')
})

test('rules are moved by keyboard and the draft can be discarded', async ({ page }) => {
  await visit(page, '/rules')
  const names = [ownName('first'), ownName('second')]
  for (const name of names) {
    await page.getByRole('button', { name: 'Add a rule' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('Condition 1: values, one a line').fill(name)
    await dialog.getByLabel('Team', { exact: true }).fill('x')
    await dialog.getByRole('button', { name: 'Add to the draft' }).click()
    await expect(dialog).toHaveCount(0)
  }
  const second = page.getByRole('button', { name: new RegExp(`${names[1]}: move with Alt`) })
  await second.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText(new RegExp(`${names[1]} is rule \\d+ of`))).toBeAttached()
  await expect(second).toBeFocused()
  const rows = table(page, 'Rules')
    .getByRole('row')
    .filter({ hasText: /first-|second-/ })
  await expect(rows.first()).toContainText(names[1] ?? '')
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(page.getByText(names[0] ?? '', { exact: true })).toHaveCount(0)
})
