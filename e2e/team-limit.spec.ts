import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { listening, publish, spendOf, table, visit } from './actions.ts'
import { focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

test('who is limited to a team sees that team only', async ({ page, browser }) => {
  const account = ownName('limited')
  const team = ownName('reds')
  const lines = [
    { BilledCost: '60.5', ResourceId: 'red-node', Tags: `{"team":"${team}"}` },
    { BilledCost: '30.25', ResourceId: 'blue-node', Tags: '{"team":"blues"}' },
    { BilledCost: '7' },
  ]
  await publish(page, focusBill(account, lines))
  await visit(page, spendOf(account))
  const foreign = await table(page, 'Meters').getByRole('link', { name: 'blue-node' }).getAttribute('href')

  const person = await signUp(browser, await invite(page, team))
  await visit(person, spendOf(account))
  await expect(table(person, 'teams').getByRole('row')).toContainText(['Team', `${team}60.50`, 'Total, USD60.50'])
  await expect(table(person, 'Meters').getByRole('link')).toHaveText([/^red-node/])
  await visit(person, foreign ?? '')
  await expect(person.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await person.context().close()
})

/** Invites somebody for one team; returns the one-time link. */
async function invite(page: Page, team: string): Promise<string> {
  await visit(page, '/settings/people')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByLabel('Name').fill('Limited')
  await dialog.getByLabel('E-mail').fill(`${team}@example.com`)
  await dialog.getByLabel('Every team, and what is Unallocated').uncheck()
  await dialog.getByLabel(team, { exact: true }).check()
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  return page.getByRole('dialog', { name: 'A link for Limited' }).getByLabel('Link').inputValue()
}

/** Follows the link as somebody with another browser. */
async function signUp(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await visit(page, link)
  for (const box of await page.getByRole('textbox').all()) await box.fill('a long enough passphrase 27')
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
  await page.waitForURL('**/overview')
  await listening(page)
  return page
}
