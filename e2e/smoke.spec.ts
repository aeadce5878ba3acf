import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { visit } from './actions.ts'
import { test } from './fixtures.ts'
import { fixedPlaces, madePlaces } from './places.ts'

test('every link of the navigation and of Settings leads to its page', async ({ page }) => {
  await visit(page, '/')
  const walk = async (nav: string, headings: Record<string, string>) => {
    for (const [link, heading] of Object.entries(headings)) {
      await page.getByRole('navigation', { name: nav }).getByRole('link', { name: link, exact: true }).click()
      await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    }
  }
  await walk('Main', { Spend: 'Spend by team', GPUs: 'GPUs', Overview: 'Overview' })
  await walk('Data', { Imports: 'Imports', Settings: 'Settings' })
  await walk('Settings', {
    Organisation: 'Organisation',
    People: 'People',
    'Tag keys': 'Environment',
    'Unknown GPUs': 'Unknown GPUs',
    'Rate cards': 'Rate cards',
    'Owned clusters': 'Owned clusters',
    'Exchange rates': 'Exchange rates',
    'Sample data': 'Sample data',
    'Audit log': 'Audit log',
    About: 'Versions',
  })
})

/** By how many pixels the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('no page is wider than the screen, and the menu opens', async ({ page }) => {
    test.slow()
    for (const place of [...fixedPlaces, ...Object.values(await madePlaces(page))]) {
      await visit(page, place)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect.soft(page.getByRole('main')).toBeVisible()
      expect.soft(await overflow(page), place).toBe(0)
    }
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'GPUs' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'GPUs' })).toBeVisible()
    await expect(page.getByRole('dialog', { name: 'Menu' })).toHaveCount(0)
  })

  test('the bar of Settings shows the page that is open', async ({ page }) => {
    await visit(page, '/settings/exchange-rates')
    const settings = page.getByRole('navigation', { name: 'Settings' })
    await expect(settings.getByRole('link', { name: 'Exchange rates' })).toBeInViewport({ ratio: 1 })
  })
})

test.describe('nowhere', () => {
  test.use({ expected: [/^response: 404 .*no-such-page$/] })

  test('an address that is not there says so', async ({ page }) => {
    await visit(page, '/spend/no-such-page')
    await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
  })
})

test('on paper there is the page without the shell', async ({ page }) => {
  await visit(page, '/spend?period=last-month')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('complementary', { name: 'Pages' })).toBeHidden()
  await expect(page.getByRole('region', { name: 'teams, table' })).toBeVisible()
})
