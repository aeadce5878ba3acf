// What a browser feels of the demo: `npm run bench vitals`. With GPU_LEDGER_HOME on the home of a demo, over its full sample data, else over
// a small one. LCP, CLS and a click's answer of Overview and Spend, medians of 5 cold loads; JavaScript of every page. Exits 1 beyond a target.
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import { firstFreePort, startApp } from '@/scripts/app-server.ts'
import { Lifetime } from '@/scripts/child.ts'
import { findChromium } from '@/scripts/chromium.ts'
import { importSample } from '@/scripts/sample-import.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import { observe, scriptSizes } from './vitals-in-page.ts'

const LOADS = 5
const TARGET = { lcp: 1500, cls: 0.05 }
const SMALL = 0.05

type Vitals = { lcp: number; cls: number; inp: number; figures: number }

const lifetime = new Lifetime()
await lifetime.run(async () => {
  const full = Boolean(process.env.GPU_LEDGER_HOME)
  const home = full ? undefined : temporaryHome('vitals')
  if (home) {
    process.env.GPU_LEDGER_HOME = home.path
    delete process.env.DATABASE_URL
    lifetime.onEnd(async () => home.remove())
  }
  const database = await prepareDatabase()
  lifetime.onEnd(database.stop)
  if (!isBuilt()) await buildApp()
  await importSample(database.url, full ? 1 : SMALL, (line) => console.error(line))
  const app = await startApp('127.0.0.1', await firstFreePort('127.0.0.1', 3220), { GPU_LEDGER_DEMO: '1' })
  lifetime.onEnd(app.stop)
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  lifetime.onEnd(() => browser.close())
  const good = await measure(browser, app.url)
  await lifetime.end(good ? 0 : 1)
})

async function measure(browser: Browser, url: string): Promise<boolean> {
  const session = await signIn(browser, url)
  const open = async (path: string): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: url,
      storageState: path === '/sign-in' ? { cookies: [], origins: [] } : session,
      viewport: { width: 1440, height: 900 },
      timezoneId: 'UTC',
    })
    await context.addInitScript(observe)
    const page = await context.newPage()
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    return page
  }

  console.log(`| Page | LCP, ms | CLS | INP, ms | new figures after a click, ms |\n| --- | --: | --: | --: | --: |`)
  let good = true
  for (const path of ['/overview', '/spend']) {
    await (await open(path)).context().close()
    const loads: Vitals[] = []
    for (let n = 0; n < LOADS; n++) loads.push(await vitalsOf(await open(path)))
    const of = (key: keyof Vitals) => median(loads.map((load) => load[key]))
    console.log(
      `| ${path} | ${of('lcp').toFixed(0)} | ${of('cls').toFixed(3)} | ${of('inp').toFixed(0)} | ${of('figures').toFixed(0)} |`,
    )
    good &&= of('lcp') <= TARGET.lcp && of('cls') <= TARGET.cls
  }
  console.log(`\nTargets: LCP <= ${TARGET.lcp} ms, CLS <= ${TARGET.cls}: ${good ? 'met' : 'MISSED'}.\n`)

  console.log('| Page | JavaScript, kB gzip | files |\n| --- | --: | --: |')
  for (const [name, path] of Object.entries(await pages(browser, url, session))) {
    const page = await open(path)
    const sizes = await page.evaluate(scriptSizes)
    console.log(`| ${name} | ${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0)} | ${sizes.length} |`)
    await page.context().close()
  }
  return good
}

/** Reads what the load came to, then presses "Previous period": until the next paint, and until the first figure is another. */
async function vitalsOf(page: Page): Promise<Vitals> {
  const { lcp, cls } = await page.evaluate(() => window.vitals)
  const figure = page.getByRole('main').getByTitle(/^[\d,.]+ [A-Z]{3}$/)
  const before = await figure.first().getAttribute('title')
  await page.getByRole('button', { name: 'Previous period' }).click()
  const figures = await page.waitForFunction(
    (was) => {
      const title = [...document.querySelectorAll('main [title]')].map((at) => at.getAttribute('title') ?? '')
      const first = title.find((text) => /^[\d,.]+ [A-Z]{3}$/.test(text))
      return first !== was && performance.now() - window.vitals.clicked
    },
    before,
    { polling: 'raf' },
  )
  await page.waitForFunction(() => window.vitals.inp > 0)
  const answer = {
    lcp,
    cls,
    inp: await page.evaluate(() => window.vitals.inp),
    figures: Number(await figures.jsonValue()),
  }
  await page.context().close()
  return answer
}

type Session = Awaited<ReturnType<typeof signIn>>

async function signIn(browser: Browser, url: string) {
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await page.goto('/sign-in')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Admin' }).click()
  await page.waitForURL('**/overview')
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

/** Every page by its name; of those with an id in the address, the first. */
async function pages(browser: Browser, baseURL: string, storageState: Session): Promise<Record<string, string>> {
  const { request } = await browser.newContext({ baseURL, storageState })
  const ask = async (path: string) => (await request.get(path)).json()
  const { rows: meters } = await ask('/api/spend/meters?period=last-month')
  const { rows: charges } = await ask(`/api/spend/charges?period=last-month&meter=${meters[0].meterId}`)
  const { versionId, file, row } = charges[0]
  const settings = ['', '/people', '/tag-keys', '/gpus', '/sample', '/audit', '/about'].map(
    (name) => `/settings${name}`,
  )
  const fixed = ['/sign-in', '/overview', '/spend', '/gpus', '/imports', ...settings, '/account']
  return {
    ...Object.fromEntries(fixed.map((path) => [path, path])),
    '/imports/[id]': '/imports/1',
    '/imports/[id]/rows/…': '/imports/1/rows/1/2',
    '/spend/meters/[id]': `/spend/meters/${meters[0].meterId}?period=last-month`,
    '/spend/charges/…': `/spend/charges/${versionId}/${file}/${row}`,
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
