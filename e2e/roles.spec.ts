import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { focusBill, ownName } from './bills.ts'
import type { Role } from './fixtures.ts'
import { listening, publish, spendOf, table, test, visit } from './fixtures.ts'

/** What only an admin may call: method, path, body. */
const adminOnly = [
  ['POST', '/api/imports?name=bill.csv', 'a,b'],
  ['POST', '/api/imports/1/undo', ''],
  ['DELETE', '/api/imports/sample', ''],
  ['GET', '/api/people', undefined],
  ['GET', '/api/settings/audit', undefined],
  ['PUT', '/api/settings/tag-keys', '{}'],
] as const

async function statuses(page: Page, baseURL: string | undefined): Promise<number[]> {
  const ask = ([method, path, data]: (typeof adminOnly)[number]) =>
    page.request.fetch(path, { method, headers: { origin: baseURL ?? '' }, ...(data !== undefined && { data }) })
  return (await Promise.all(adminOnly.map(ask))).map((response) => response.status())
}

for (const role of ['finance', 'engineer'] satisfies Role[]) {
  test.describe(role, () => {
    test.use({ role })

    test(`${role} reads, and neither uploads nor sees Settings`, async ({ page, baseURL }) => {
      await visit(page, '/overview')
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
      const pages = page.getByRole('complementary', { name: 'Pages' })
      await expect(pages.getByRole('navigation').getByRole('link')).toHaveText(['Overview', 'Spend', 'GPUs', 'Imports'])
      await pages.getByRole('link', { name: 'Imports' }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'History' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Choose files' })).toHaveCount(0)
      const published = table(page, 'Imports').getByRole('row', { name: 'Published' })
      await published.first().getByRole('link').click()
      await expect(page.getByRole('heading', { name: 'Reconciliation' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0)
      await visit(page, '/settings/people')
      await expect(page.getByText('This page is not for your role')).toBeVisible()
      expect(await statuses(page, baseURL)).toEqual(adminOnly.map(() => 403))
    })
  })
}

test.describe('nobody', () => {
  test.use({ role: null })

  test('who is not signed in comes to sign-in, and the API answers 401', async ({ page, baseURL }) => {
    await visit(page, '/spend?group=region')
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    expect(new URL(page.url()).searchParams.get('next')).toBe('/spend?group=region')
    expect(await statuses(page, baseURL)).toEqual(adminOnly.map(() => 401))
    expect((await page.request.get('/api/spend/totals')).status()).toBe(401)
  })
})

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
