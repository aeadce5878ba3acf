import { expect } from '@playwright/test'
import { publish, publishUsage, table, visit } from './actions.ts'
import { billed, focusBill, ownName, usageFile } from './bills.ts'
import { test } from './fixtures.ts'

test('usage upload: idle appears on the project page, and from Overview a job and a day are three clicks away', async ({
  page,
}) => {
  const account = ownName('usage')
  const project = ownName('idle')
  const node = ownName('i')
  const tags = JSON.stringify({ team: account, project })
  const gpu = {
    ResourceId: node,
    SkuMeter: 'BoxUsage:p5.48xlarge',
    Tags: tags,
    ConsumedQuantity: '24',
    BilledCost: '480',
  }
  await publish(page, focusBill(account, [gpu, { ...gpu, day: 2 }]))
  const days = `from=${billed.from}&to=${billed.to}`
  await visit(page, `/projects/${project}?${days}`)
  const figures = page.getByLabel('Key figures')
  await expect(figures.getByText('not measured').first()).toBeVisible()
  await expect(page.getByText('No workload is known in these days')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Upload GPU usage' }).first()).toBeVisible()

  const day = (number: number) => `${billed.from.slice(0, 8)}${String(number).padStart(2, '0')}`
  const held = {
    resource: node,
    gpus: '8',
    team: account,
    project,
    workload: 'train-1',
    workload_kind: 'job',
    person: 'ann',
  }
  const rows = [1, 2].flatMap((number) => [
    { ...held, start: `${day(number)}T00:00:00Z`, end: `${day(number)}T12:00:00Z`, utilisation: '0.9' },
    { ...held, start: `${day(number)}T12:00:00Z`, end: `${day(number)}T18:00:00Z`, utilisation: '0.01' },
  ])
  await publishUsage(page, usageFile(account, rows))

  await visit(page, `/projects/${project}?${days}`)
  await expect(figures.getByText('held idle 25%')).toBeVisible()
  await expect(table(page, 'Hours by class and use').getByRole('row', { name: /^All classes/ })).toContainText('384.0')
  await expect(table(page, 'Workloads').getByRole('row', { name: /train-1/ })).toContainText('288.0')

  await visit(page, `/overview?${days}&is.account=${account}`)
  await table(page, 'Teams').getByRole('link', { name: account }).click()
  await expect(page.getByRole('heading', { level: 1, name: account })).toBeVisible()
  await table(page, 'Workloads').getByRole('link', { name: 'train-1' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'train-1' })).toBeVisible()
  await expect(table(page, 'Days').getByRole('link')).toHaveCount(2)
  await table(page, 'Days').getByRole('link').last().click()
  await expect(table(page, 'Days').getByRole('link')).toHaveCount(1)
  await expect(table(page, 'Machines')).toContainText(node)
  await expect(table(page, 'Machines').getByRole('row', { name: /^Total/ })).toContainText('144.0')
})
