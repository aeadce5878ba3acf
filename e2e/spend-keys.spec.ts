import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { table, visit } from './actions.ts'
import { test } from './fixtures.ts'

const SCALE = 30

/** Decimal text as a whole number of 10^-30, so that nothing is rounded. */
function scaled(text: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return BigInt(`${sign}${whole}${fraction.padEnd(SCALE, '0')}`)
}

test('the CSV holds what the table shows: its costs add up to the total, digit by digit', async ({ page }) => {
  await visit(page, '/spend?period=last-month&group=project&currency=USD')
  const total = table(page, 'projects').getByRole('row', { name: 'Total, USD' })
  const shown = await total.getByTitle(/ USD$/).first().getAttribute('title')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).last().click(),
  ])
  const [head = '', ...rows] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  const cost = head.split(',').indexOf('cost')
  const sum = rows.reduce((all, row) => all + scaled(row.split(',')[cost] ?? ''), 0n)
  expect(rows.length).toBeGreaterThan(5)
  expect(sum).toBe(
    scaled(
      String(shown)
        .replace(/,| USD/g, '')
        .replace('\u2212', '-'),
    ),
  )
})

test('keys: [ and ] move the period, / filters, E exports, T switches the theme, Escape steps out', async ({
  page,
}) => {
  await visit(page, '/spend?period=last-month')
  const period = page.getByRole('button', { name: /^Period:/ })
  const before = await period.textContent()
  await page.keyboard.press('[')
  await expect(period).not.toHaveText(String(before))
  await page.keyboard.press(']')
  await expect(period).toHaveText(String(before))

  await page.keyboard.press('/')
  await expect(page.getByRole('button', { name: 'Pricing category' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Pricing category' })).toHaveCount(0)

  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')])
  expect(download.suggestedFilename()).toMatch(/^breakdown-.*\.csv$/)

  for (const theme of ['light', 'dark', 'system']) {
    await page.keyboard.press('t')
    await expect(page.getByRole('button', { name: `Theme: ${theme}` })).toBeVisible()
  }

  await table(page, 'teams').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Spend by project' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Spend by team' })).toBeVisible()
})
