import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { publish, spendOf, table, visit } from './actions.ts'
import { billed, focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

const vision = '{"team":"vision"}'
const search = '{"team":"search"}'
const lines = [
  { day: 2, BilledCost: '10.5', Tags: vision },
  { day: 12, BilledCost: '100.25', EffectiveCost: '80.125', Tags: vision, RegionId: 'eu-west-1' },
  { day: 13, BilledCost: '40', Tags: search },
  { day: 14, BilledCost: '7.75', BillingCurrency: 'EUR', Tags: search },
]

/** Chooses an option of one of the bar's menus. */
async function choose(page: Page, menu: string | RegExp, option: string | RegExp): Promise<void> {
  const bar = page.getByRole('region', { name: 'Period and filters' })
  await bar.getByRole('button', { name: menu }).click()
  await bar.getByRole('button', { name: option, exact: true }).click()
}

async function expectTotal(page: Page, by: string, total: string): Promise<void> {
  await expect(
    table(page, by)
      .getByRole('row', { name: /^Total/ })
      .getByTitle(total)
      .first(),
  ).toBeVisible()
}

test('group, filter, basis, currency and bars change the figures; the address carries all of it', async ({ page }) => {
  const account = ownName('view')
  await publish(page, focusBill(account, lines))
  await visit(page, spendOf(account))
  await expectTotal(page, 'teams', '130.625 USD')

  await choose(page, 'Group by Team', 'Region')
  await expect(table(page, 'regions').getByRole('row', { name: 'eu-west-1' })).toContainText('80.13')
  await choose(page, 'Cost basis: Effective cost', 'Billed cost')
  await expectTotal(page, 'regions', '150.75 USD')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Team', exact: true }).click()
  await page.getByRole('checkbox', { name: 'vision' }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expectTotal(page, 'regions', '110.75 USD')
  await page.getByRole('button', { name: 'Week', exact: true }).click()
  await page.reload()
  await expectTotal(page, 'regions', '110.75 USD')
  await expect(page.getByRole('button', { name: 'Week', pressed: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Team is vision' })).toBeVisible()

  await page.getByRole('button', { name: 'Remove filter Team' }).click()
  await expectTotal(page, 'regions', '150.75 USD')
  await choose(page, 'Currency: USD', 'EUR')
  await expectTotal(page, 'regions', '7.75 EUR')
  await page.goBack()
  await expectTotal(page, 'regions', '150.75 USD')
  await page.goBack()
  await expectTotal(page, 'regions', '110.75 USD')
})

test('a custom period compares with the days before it; comparing can be left out; presets are there', async ({
  page,
}) => {
  const account = ownName('period')
  await publish(page, focusBill(account, lines))
  await visit(page, spendOf(account))
  await page.getByRole('button', { name: /^Period:/ }).click()
  await page.getByLabel('First day').fill(billed.from.replace(/01$/, '11'))
  await page.getByLabel('Last day').fill(billed.from.replace(/01$/, '20'))
  await page.getByRole('button', { name: 'Apply' }).click()
  const total = table(page, 'teams').getByRole('row', { name: 'Total, USD' })
  await expect(total.getByTitle('120.125 USD')).toBeVisible()
  await expect(total.getByTitle('10.5 USD')).toBeVisible()
  await expect(total).toContainText('+109.63')

  await choose(page, /^Compared with/, 'Nothing')
  await expect(table(page, 'teams').getByRole('columnheader', { name: 'Change' })).toHaveCount(0)
  await choose(page, /^Period:/, /^Last 7 days/)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('link', { name: `Remove Account is ${account}` })
    .click()
  await expectTotal(page, 'teams', 'USD')
})
