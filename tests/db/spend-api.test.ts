import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { encode } from 'next-auth/jwt'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authSecret } from '@/lib/auth/secret.ts'
import { sessionCookieName } from '@/lib/auth/session-cookie.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { add } from '@/lib/core/money.ts'
import { db } from '@/lib/db/client.ts'
import { metrics } from '@/lib/spend/index.ts'
import { testDatabase } from '@/tests/setup/database.ts'
import { everything, openWorld } from './spend-world.ts'

const { url } = await testDatabase()
const { GET } = await import('@/app/api/spend/[metric]/route.ts')
const world = await openWorld(url)
const cookies: Record<string, string> = {}
const september = 'from=2026-09-01&to=2026-10-01'

beforeAll(async () => {
  for (const [name, teams] of Object.entries({ all: [], web: ['web'] })) {
    const user = await db().user.create({ data: { email: `${name}@example.com`, name, role: 'engineer', teams } })
    const token = await encode({ token: { sub: user.id, tokenVersion: 0 }, secret: authSecret() })
    cookies[name] = `${sessionCookieName()}=${token}`
  }
  const charges = Array.from({ length: 230 }, (_, i) => ({
    at: '2026-09-05',
    team: i % 3 ? 'ml' : '=cmd|x',
    effective: `${i}.000000001`,
    quantity: '1',
    gpuClass: 'H100',
    hours: ['2', '1'] as [string, string],
  }))
  const plain = [
    { at: '2026-09-05', team: 'web', effective: '-5.5' },
    { at: '2026-09-06', effective: null, billed: '1' },
  ]
  await world.publish(await world.stage({ month: '2026-09-01', charges: [...charges, ...plain] }))
})
afterAll(() => world.close())

async function ask(path: string, who: string | null = 'all', headers: Record<string, string> = {}): Promise<Response> {
  const cookie = who ? cookies[who] : undefined
  const request = new Request(`http://localhost/api/spend/${path}`, {
    headers: { ...(cookie && { cookie }), ...headers },
  })
  return GET(request, { params: Promise.resolve({ metric: path.split('?')[0] ?? '' }) })
}

const parsed = async (response: Response) =>
  Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true }).data

test('the same rows in process, as JSON and as CSV', async () => {
  const filter = parseFilter(new URLSearchParams(september), { asOf: '2026-10-01' })
  const rows = await metrics.breakdown(everything, filter)
  expect(await (await ask(`breakdown?${september}`)).json()).toEqual(rows)
  const answer = await ask(`breakdown?${september}`, 'all', { accept: 'text/csv' })
  expect(answer.headers.get('content-disposition')).toContain('breakdown-2026-09-01-2026-10-01.csv')
  const csv = await parsed(answer)
  expect(csv.map((row) => [row.key, row.cost, row.missing])).toEqual([
    ['ml', rows[0]?.cost, '0'],
    ["'=cmd|x", rows[1]?.cost, '0'],
    ['web', '-5.5', '0'],
    ['Unallocated', '', '1'],
  ])
})

test('meters as CSV add up to the total: what is not listed is one more row', async () => {
  const [total] = (await (await ask(`totals?${september}`)).json()) as { cost: string; charges: number }[]
  const rows = await parsed(await ask(`meters?${september}&format=csv`))
  expect(rows.length).toBe(201)
  expect(rows.at(-1)?.meterId).toBe('32 other meters')
  expect(rows.reduce((sum, row) => add(sum, row.cost || '0'), '0')).toBe(total?.cost)
  expect(rows.reduce((sum, row) => sum + Number(row.charges), 0)).toBe(total?.charges)
})

test('who asks decides what there is to see', async () => {
  expect((await ask(`totals?${september}`, null)).status).toBe(401)
  expect((await ask('exists')).status).toBe(404)
  expect((await ask(`values?dimension=tags&${september}`)).status).toBe(400)
  expect(await (await ask(`totals?${september}&is.team=ml`, 'web')).json()).toEqual([])
  expect(await (await ask('totals?period=last-7-days', 'web')).json()).toMatchObject([{ cost: '-5.5', charges: 1 }])
})

test('every metric answers, as JSON and as CSV', async () => {
  const { rows } = (await (await ask(`meters?${september}`)).json()) as { rows: { meterId: string }[] }
  for (const metric of Object.keys(metrics)) {
    const own = metric === 'charges' ? `&meter=${rows[0]?.meterId}` : metric === 'workload-days' ? '&workload=none' : ''
    for (const format of ['json', 'csv']) {
      expect([metric, (await ask(`${metric}?${september}${own}&format=${format}`)).status]).toEqual([metric, 200])
    }
  }
})

test('npm run spend prints what the pages show', async () => {
  const run = async (...words: string[]) => {
    const base = ['--conditions=react-server', 'scripts/run.mjs', 'spend', '--from', '2026-09-01', '--to', '2026-10-01']
    return (await promisify(execFile)(process.execPath, [...base, ...words])).stdout
  }
  const total = { bucket: '2026-09-01', currency: 'USD', gpuHoursUsed: null }
  expect(JSON.parse(await run('--group', 'team', '--json', '--filter', 'team!==cmd|x'))).toEqual([
    { ...total, key: 'ml', cost: '17557.000000153', gpuHours: '306' },
    { ...total, key: 'web', cost: '-5.5', gpuHours: null },
    { ...total, key: 'Unallocated', cost: null, gpuHours: null },
  ])
  expect((await run('--group', 'gpu-class', '--grain', 'day', '--filter', 'team=web')).trimEnd().split('\n')).toEqual([
    'key     bucket      currency  cost  gpuHours  gpuHoursUsed',
    'No GPU  2026-09-05  USD       -5.5         -             -',
  ])
  await expect(run('--group', 'planet')).rejects.toMatchObject({ code: 2, stdout: '' })
})
