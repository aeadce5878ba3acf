import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { publish, spendOf, table, upload, visit } from './actions.ts'
import { brokenBill, focusBill, ownName } from './bills.ts'

/** Every page that an admin can open by its address alone. */
export const fixedPlaces = [
  '/overview',
  '/spend',
  '/spend?group=gpu-class&period=last-13-months&grain=month',
  '/gpus',
  '/gpus?by=group',
  '/teams',
  '/projects',
  '/projects/~',
  '/models',
  '/models?idle=shared',
  '/rules',
  '/unallocated',
  '/unallocated?dimension=model',
  '/recommendations',
  '/recommendations?list=done',
  '/recommendations/1',
  '/unit-economics',
  '/unit-economics/serving',
  '/imports',
  '/imports/1',
  '/settings',
  '/settings/people',
  '/settings/tag-keys',
  '/settings/gpus',
  '/settings/hosts',
  '/settings/rate-cards',
  '/settings/owned-clusters',
  '/settings/exchange-rates',
  '/settings/recommendations',
  '/settings/sample',
  '/settings/audit',
  '/settings/about',
  '/account',
  '/sign-in/not-allowed',
] as const

let made: Promise<Record<string, string>> | undefined

/** Pages that are there only once there is something to show, by what they show. Made once a run. */
export function madePlaces(page: Page): Promise<Record<string, string>> {
  made ??= make(page)
  return made
}

async function make(page: Page): Promise<Record<string, string>> {
  const account = ownName('places')
  const lines = [
    { BilledCost: '12.5', ResourceId: 'node', SkuMeter: 'BoxUsage:p5.48xlarge', Tags: '{"team":"vision"}' },
    { BilledCost: '3.25', ProviderName: 'AWS', SkuMeter: 'BoxUsage:p9.48xlarge', day: 2 },
  ]
  await publish(page, focusBill(account, lines))
  const receipt = page.url()
  await upload(page, focusBill(account, [...lines, { BilledCost: '1' }, { BilledCost: 'one', day: 3 }]))
  await expect(page.getByRole('heading', { name: 'Replace 1 slice?' })).toBeVisible()
  const question = page.url()
  await upload(page, { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from(`day,${account}\n2026-03-01,4\n`) })
  await expect(page.getByRole('heading', { name: 'This layout is new here' })).toBeVisible()
  const mapping = page.url()
  await upload(page, brokenBill(ownName('broken')))
  await expect(page.getByText('Refused', { exact: true })).toBeVisible()
  const refusal = page.url()

  await visit(page, spendOf(account))
  await table(page, 'Meters').getByRole('link', { name: 'node' }).click()
  const charges = table(page, 'Charges').getByRole('link')
  await expect(charges.first()).toBeVisible()
  const meter = page.url()
  const charge = (await charges.first().getAttribute('href')) ?? ''
  const row = `${receipt}/rows/1/2`
  return { receipt, question, mapping, refusal, meter, charge, row, nothing: spendOf(ownName('nobody')) }
}
