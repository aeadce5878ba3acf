import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { BillFile } from './bills.ts'
import { billed } from './bills.ts'

/** Opens a page and waits until React listens: what is pressed before that is lost. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await listening(page)
}

/** Waits until React listens on the page that was just loaded. */
export async function listening(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')))
}

const IMPORT_MS = 20_000

/** Chooses a file on the Imports page; returns on the page of its import, once the importer has done what it can by itself. */
export async function upload(page: Page, file: BillFile): Promise<void> {
  await visit(page, '/imports')
  await page.getByLabel('Files to import', { exact: true }).setInputFiles(file)
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Progress' })).toHaveCount(0, { timeout: IMPORT_MS })
}

/** Uploads and waits until it is published. */
export async function publish(page: Page, file: BillFile): Promise<void> {
  await upload(page, file)
  await expect(page.getByText('Reconciled to the last digit.')).toBeVisible()
}

/** Uploads a file of usage and waits until it is published. */
export async function publishUsage(page: Page, file: BillFile): Promise<void> {
  await upload(page, file)
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible()
}

/** The address of Spend for a billing account in the billed month. */
export function spendOf(account: string, more: Record<string, string> = {}): string {
  return `/spend?${new URLSearchParams({ ...billed, 'is.account': account, ...more })}`
}

/** A table by its name, in the frame that scrolls it. */
export function table(page: Page, name: string) {
  return page.getByRole('region', { name: `${name}, table`, exact: true })
}
