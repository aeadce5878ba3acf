import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { visit } from './actions.ts'
import { test } from './fixtures.ts'
import { fixedPlaces, madePlaces } from './places.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Holds what is on screen against WCAG 2.2 A and AA in the light theme; of the dark one only its colors are different. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  // Charts and tables that the page asks for belong to it.
  await page.waitForLoadState('networkidle')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Legacy mode: there are no frames here, and without a second page to gather them it takes half the time.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(tags)
      : axe.withRules(['color-contrast'])
    ).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    )
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([])
  }
}

for (const place of fixedPlaces) {
  test(`axe finds nothing on ${place}`, async ({ page }) => {
    await visit(page, place)
    await expectAccessible(page, place)
  })
}

test('axe finds nothing on the pages of an import, a meter, a charge and a row', async ({ page }) => {
  test.slow()
  for (const [what, address] of Object.entries(await madePlaces(page))) {
    await visit(page, address)
    await expectAccessible(page, what)
  }
})

test('axe finds nothing in menus and dialogs', async ({ page }) => {
  await visit(page, '/spend')
  await page.keyboard.press('/')
  await page.getByRole('region', { name: 'Period and filters' }).getByRole('button', { name: 'Team' }).last().click()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await expectAccessible(page, 'filter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Period:/ }).click()
  await expectAccessible(page, 'period')
  await visit(page, '/settings/people')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expectAccessible(page, 'invite')
})

test.describe('signed out', () => {
  test.use({ role: null })

  test('axe finds nothing on the pages before sign-in', async ({ page }) => {
    await visit(page, '/sign-in')
    await page.getByText('Sign in with a password').click()
    await expectAccessible(page, 'sign-in')
    await visit(page, '/setup/password#code')
    await expectAccessible(page, 'password')
  })
})
