import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '@/lib/auth/scope.ts'
import { testDatabase } from '../setup/database.ts'
import type { Handler } from './auth-callers.ts'
import { call, codeOf, cookieFor, createPerson } from './auth-callers.ts'

await testDatabase()

type Caller = 'anonymous' | Role
const callers: readonly Caller[] = ['anonymous', 'engineer', 'finance', 'admin']
const everyone: readonly Caller[] = callers
const signedIn: readonly Caller[] = ['engineer', 'finance', 'admin']
const admins: readonly Caller[] = ['admin']

/** Who may call what. Every handler of app/api stands here, or the test below fails. */
const matrix: Record<string, readonly Caller[]> = {
  'GET health': everyone,
  'GET session': everyone,
  'POST setup': everyone,
  'POST people/password': everyone,
  'POST session/password': signedIn,
  'GET spend/[metric]': signedIn,
  'GET imports': signedIn,
  'POST imports': admins,
  'GET imports/[id]': signedIn,
  'POST imports/[id]/answer': admins,
  'POST imports/[id]/cancel': admins,
  'POST imports/[id]/confirm': admins,
  'POST imports/[id]/files': admins,
  'GET imports/[id]/issues': signedIn,
  'GET imports/[id]/receipt': signedIn,
  'GET imports/[id]/rows/[file]/[row]': signedIn,
  'POST imports/[id]/undo': admins,
  'DELETE imports/sample': admins,
  'GET people': admins,
  'POST people': admins,
  'PATCH people/[id]': admins,
  'POST people/[id]/link': admins,
  'GET settings/audit': admins,
  'GET settings/classifications': admins,
  'PUT settings/classifications': admins,
  'DELETE settings/classifications': admins,
  'GET settings/hosts': admins,
  'PUT settings/hosts': admins,
  'GET settings/organisation': admins,
  'PUT settings/organisation': admins,
  'GET settings/tag-keys': admins,
  'PUT settings/tag-keys': admins,
  'GET rules': signedIn,
  'PUT rules': admins,
  'POST rules/preview': admins,
  'GET rules/file': signedIn,
  'POST rules/file': admins,
  'GET rules/versions/[id]': signedIn,
  'GET rates': signedIn,
  'PUT rates': admins,
  'GET rates/preview': admins,
  'GET owned-clusters': signedIn,
  'PUT owned-clusters': admins,
  'GET owned-clusters/preview': signedIn,
  'DELETE owned-clusters/[id]': admins,
  'GET exchange-rates': signedIn,
  'PUT exchange-rates': admins,
  'DELETE exchange-rates': admins,
  'POST exchange-rates/months': ['finance', 'admin'],
  'DELETE exchange-rates/months': admins,
  'GET recommendations': signedIn,
  'GET recommendations/csv': signedIn,
  'GET recommendations/[id]': signedIn,
  'PATCH recommendations/[id]': signedIn,
  'POST recommendations/[id]/recompute': signedIn,
  'GET recommendations/parameters': signedIn,
  'PUT recommendations/parameters': admins,
  'POST recommendations/parameters/preview': admins,
  'GET api-prices': signedIn,
  'POST api-prices': admins,
}

const root = join(import.meta.dirname, '../../app/api')
const folders = (readdirSync(root, { recursive: true }) as string[])
  .filter((path) => path.endsWith('route.ts'))
  .map((path) => path.replace(/\/route\.ts$/, ''))
  .filter((folder) => !folder.startsWith('auth/'))
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const handlers = new Map<string, Handler>()
for (const folder of folders) {
  const module = (await import(join(root, folder, 'route.ts'))) as Partial<Record<(typeof methods)[number], Handler>>
  for (const method of methods) {
    const handler = module[method]
    if (handler) handlers.set(`${method} ${folder}`, handler)
  }
}

const cookies: Partial<Record<Caller, string>> = {}
beforeAll(async () => {
  for (const role of ['engineer', 'finance', 'admin'] as const)
    cookies[role] = await cookieFor(await createPerson(role))
})

test('every handler of app/api stands in the matrix', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(matrix).sort())
})

const cases = Object.entries(matrix).flatMap(([name, allowed]) =>
  callers.map((caller) => ({ name, caller, answer: allowed.includes(caller) ? 'let in' : 'kept out' })),
)

test.each(cases)('$name: $caller is $answer', async ({ name, caller, answer }) => {
  const handler = handlers.get(name)
  if (!handler) throw new Error(`${name} is not there`)
  const [method] = name.split(' ')
  const params = { id: '999999', metric: 'no-such-metric', file: '1', row: '2' }
  const response = await call(handler, { method: method ?? '', cookie: cookies[caller], params })
  if (answer === 'let in') {
    expect([401, 403, 500]).not.toContain(response.status)
    return
  }
  const [status, code] = caller === 'anonymous' ? [401, 'unauthenticated'] : [403, 'forbidden']
  expect(response.status).toBe(status)
  expect(await codeOf(response)).toBe(code)
})

test.each([...handlers.keys()].filter((name) => !name.startsWith('GET')))(
  '%s is refused from another site',
  async (name) => {
    const handler = handlers.get(name)
    if (!handler) throw new Error(`${name} is not there`)
    const [method = ''] = name.split(' ')
    const cookie = cookies.admin ?? ''
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://elsewhere.example', host: 'localhost' },
      { origin: 'null', host: 'localhost' },
      { host: 'localhost' },
    ]
    for (const headers of foreign) {
      const request = new Request('http://localhost/api', { method, headers: { cookie, ...headers } })
      const response = await handler(request, { params: Promise.resolve({ id: '999999' }) })
      expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden'])
    }
  },
)
