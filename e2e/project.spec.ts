import { expect } from '@playwright/test'
import { publish, table, visit } from './actions.ts'
import { billed, focusBill, ownName } from './bills.ts'
import { test } from './fixtures.ts'

const days = `from=${billed.from}&to=${billed.to}`

test('the pages of a project without usage: figures, machines, and what is not measured is said so', async ({
  page,
}) => {
  const account = ownName('project')
  const project = `${ownName('p')} / ä`
  const gpu = { SkuMeter: 'BoxUsage:p5.48xlarge', Tags: JSON.stringify({ team: 'vision', project }) }
  const lines = [
    { ...gpu, ResourceId: 'node-a', BilledCost: '80.5' },
    { ...gpu, ResourceId: 'node-b', BilledCost: '20', day: 2 },
    { BilledCost: '7', Tags: '{"team":"vision","project":"other"}' },
  ]
  await publish(page, focusBill(account, lines))
  await visit(page, `/projects?${days}&is.account=${account}`)
  await table(page, 'Projects').getByRole('link', { name: project }).click()
  await expect(page.getByRole('heading', { level: 1, name: project })).toBeVisible()
  await expect(page.getByLabel('Key figures').getByTitle('100.5 USD')).toBeVisible()
  await expect(table(page, 'Hours by class and use').getByRole('row', { name: /^H100/ })).toContainText('not measured')
  await expect(table(page, 'Meters').getByRole('link')).toHaveText([/^node-a/, /^node-b/])

  await page.getByRole('button', { name: 'Cost', exact: true }).click()
  await page.getByRole('button', { name: 'Use', exact: true }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Use', exact: true, pressed: true })).toBeVisible()
  await page.getByRole('link', { name: 'Open in Spend' }).click()
  await expect(page.getByRole('button', { name: `Project is ${project}` })).toBeVisible()
})

test('where idle time goes is a choice of the view: the bar says what each does, and the address keeps it', async ({
  page,
}) => {
  await visit(page, '/projects')
  const bar = page.getByRole('region', { name: 'Period and filters' })
  await bar.getByRole('button', { name: 'Idle time: with its owner' }).click()
  await bar.getByRole('button', { name: /^Shared/ }).click()
  await expect(page).toHaveURL(/idle=shared/)
  await page.reload()
  await expect(bar.getByRole('button', { name: 'Idle time: shared' })).toBeVisible()
})

test('a name that nothing has says so; one that cannot be is not found', async ({ page }) => {
  await visit(page, `/teams/${ownName('nobody')}`)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
})

test.describe('not found', () => {
  test.use({ expected: [/404/] })

  test('the name of the idle bucket has no page', async ({ page }) => {
    await visit(page, '/projects/~idle')
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  })
})
