import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { table, visit } from './actions.ts'
import type { Role } from './fixtures.ts'
import { test } from './fixtures.ts'

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
      await expect(pages.getByRole('navigation').getByRole('link')).toHaveText([
        ...['Overview', 'Spend', 'GPUs', 'Recommendations', 'Unit economics', 'Teams', 'Projects', 'Models'],
        ...['Rules', 'Unallocated', 'Imports'],
        // Finance closes months there.
        ...(role === 'finance' ? ['Exchange rates'] : []),
      ])
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
