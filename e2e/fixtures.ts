import type { Browser, BrowserContext } from '@playwright/test'
import { test as base, expect } from '@playwright/test'
import { visit } from './actions.ts'

export type Role = 'admin' | 'finance' | 'engineer'
type State = Awaited<ReturnType<BrowserContext['storageState']>>
type Options = {
  /** Who is signed in; null for nobody. */
  role: Role | null
  /** Problems that the test means to cause, such as the 403 that it asks for. */
  expected: RegExp[]
}

/** Everybody signs in once a run, with the demo's one click; a test begins signed in as its `role`, and fails on any error in the browser. */
export const test = base.extend<Options & { guard: undefined }, { sessions: (role: Role) => Promise<State> }>({
  role: ['admin', { option: true }],
  expected: [[], { option: true }],
  sessions: [
    async ({ browser }, use, worker) => {
      const states = new Map<Role, State>()
      await use(async (role) => {
        const state = states.get(role) ?? (await signIn(browser, String(worker.project.use.baseURL), role))
        states.set(role, state)
        return state
      })
    },
    { scope: 'worker' },
  ],
  storageState: async ({ role, sessions }, use) => use(role ? await sessions(role) : { cookies: [], origins: [] }),
  guard: [
    async ({ context, expected }, use) => {
      const problems = watch(context)
      await use(undefined)
      const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))
      expect(unexpected, 'problems in the browser').toEqual([])
    },
    { auto: true },
  ],
})

/** Collects console errors, uncaught exceptions, and requests that failed or were answered with an error. */
function watch(context: BrowserContext): string[] {
  const problems: string[] = []
  context.on('console', (message) => {
    // Chromium repeats here what the response says, without its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (webError) => void problems.push(`exception: ${webError.error().message}`))
  context.on('requestfailed', (request) => {
    // A page that is left aborts what it was still asking for.
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${reason}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`response: ${response.status()} ${response.url()}`)
  })
  return problems
}

async function signIn(browser: Browser, baseURL: string, role: Role): Promise<State> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await visit(page, '/sign-in')
  await page.getByRole('button', { name: role }).click()
  await page.waitForURL('**/overview')
  const state = await context.storageState()
  await context.close()
  return state
}
