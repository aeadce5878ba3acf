import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import { testDatabase } from '../setup/database.ts'
import { nobody, person } from './imports-api-caller.ts'

const { home } = await testDatabase()
const imports = await import('@/app/api/imports/route.ts')
const one = await import('@/app/api/imports/[id]/route.ts')
const files = await import('@/app/api/imports/[id]/files/route.ts')

const admin = await person('admin')

const upload = (name: string, body: BodyInit, headers: Record<string, string> = {}) =>
  admin(imports.POST, { path: `/?more=1&name=${encodeURIComponent(name)}`, body, headers })

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const messageOf = async (response: Response) =>
  ((await response.json()) as { error: { message: string } }).error.message
const onDisk = () => {
  const uploads = join(home, 'uploads')
  return existsSync(uploads) ? (readdirSync(uploads, { recursive: true }) as string[]).sort() : []
}

/** A body that gives these chunks, then fails like a connection that breaks. */
function broken(...chunks: string[]): ReadableStream<Uint8Array> {
  const left = chunks.map((text) => new TextEncoder().encode(text))
  return new ReadableStream({
    pull(controller) {
      const next = left.shift()
      if (next) controller.enqueue(next)
      else controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
    },
  })
}

test('a file is stored byte for byte under a name of our own, with its hash', async () => {
  const bytes = randomBytes(3_000_000)
  const response = await upload('../../etc/a\u0000 b\\c.csv', bytes, { 'content-length': String(bytes.length) })
  expect(response.status).toBe(201)
  const { id, ...facts } = (await response.json()) as { id: number; bytes: number; sha256: string }
  expect(facts).toEqual({ bytes: 3_000_000, sha256: sha256(bytes) })
  expect(readFileSync(join(home, 'uploads', String(id), '1')).equals(bytes)).toBe(true)
  const row = await db().import.findUniqueOrThrow({ where: { id }, include: { files: true } })
  expect(row).toMatchObject({ state: 'received', label: 'c.csv', createdBy: 'admin@example.com', bytes: 3_000_000n })
  expect(row.files).toMatchObject([{ ordinal: 1, name: 'c.csv', path: `${id}/1`, sha256: sha256(bytes) }])
  expect(await db().auditEvent.count({ where: { action: 'import.upload', actor: 'admin@example.com' } })).toBe(1)
})

test('further parts follow in order and belong to the same import', async () => {
  const { id } = (await (await upload('p1.csv', 'one')).json()) as { id: number }
  const second = await admin(files.POST, { params: { id }, path: '/?more=1&name=p2.csv', body: 'second' })
  expect(await second.json()).toEqual({ id, bytes: 6, sha256: sha256('second') })
  const detail = (await (await admin(one.GET, { params: { id } })).json()) as ImportDetail
  expect(detail).toMatchObject({ state: 'received', files: 2, bytes: 9, label: 'p1.csv', undo: [], issues: [] })
  expect(detail.parts.map((part) => part.name)).toEqual(['p1.csv', 'p2.csv'])
})

test('an import that was started or cancelled takes no more parts and the part leaves nothing', async () => {
  const { id } = (await (await upload('p1.csv', 'one')).json()) as { id: number }
  await db().import.update({ where: { id }, data: { state: 'running', startedAt: new Date() } })
  const before = onDisk()
  const late = await admin(files.POST, { params: { id }, path: '/?more=1&name=p2.csv', body: 'late' })
  expect([late.status, await messageOf(late)]).toEqual([
    409,
    `Import ${id} takes no more parts: it was started or cancelled`,
  ])
  const nowhere = await admin(files.POST, { params: { id: 999_999 }, path: '/?more=1&name=p2.csv', body: 'lost' })
  expect(nowhere.status).toBe(404)
  expect(onDisk()).toEqual(before)
})

test.each([
  ['cut short', 'abc', { 'content-length': '10' }, 400, 'The upload was cut short: 10 bytes were announced, 3 arrived'],
  [
    'other bytes',
    'abc',
    { 'x-content-sha256': sha256('abd') },
    400,
    `The bytes that arrived are not those announced: their SHA-256 is ${sha256('abc')}`,
  ],
  [
    'no hash',
    'abc',
    { 'x-content-sha256': 'abc' },
    400,
    'x-content-sha256 is not a SHA-256 in hex: 64 digits 0-9 and a-f',
  ],
  ['empty', '', {}, 400, 'The file is empty: 0 bytes arrived'],
  ['no number', 'abc', { 'content-length': '3x' }, 400, 'Content-Length is not a number'],
])('refused, and nothing is left behind: %s', async (_, body, headers, status, message) => {
  const before = { disk: onDisk(), rows: await db().import.count() }
  const response = await upload('bad.csv', body, headers as unknown as Record<string, string>)
  expect([response.status, await messageOf(response)]).toEqual([status, message])
  expect({ disk: onDisk(), rows: await db().import.count() }).toEqual(before)
})

test('a client that goes away in the middle leaves nothing', async () => {
  const before = { disk: onDisk(), rows: await db().import.count() }
  const response = await upload('gone.csv', broken('half', 'a file'))
  expect(response.ok).toBe(false)
  expect({ disk: onDisk(), rows: await db().import.count() }).toEqual(before)
})

test('a file beyond the limit is refused by its announced and by its real size', async () => {
  process.env.GPU_LEDGER_MAX_UPLOAD_BYTES = '1000'
  const before = { disk: onDisk(), rows: await db().import.count() }
  const announced = await upload('big.csv', 'x', { 'content-length': '1001' })
  expect([announced.status, await messageOf(announced)]).toEqual([413, expect.stringContaining('1000 bytes')])
  const real = await upload('big.csv', randomBytes(1001))
  expect(real.status).toBe(413)
  expect({ disk: onDisk(), rows: await db().import.count() }).toEqual(before)
  expect((await upload('fits.csv', randomBytes(1000))).status).toBe(201)
  delete process.env.GPU_LEDGER_MAX_UPLOAD_BYTES
})

test.each(['finance', 'engineer'] as const)('%s reads imports and brings none', async (role) => {
  const reader = await person(role)
  expect((await reader(imports.GET)).status).toBe(200)
  const before = await db().import.count()
  expect((await reader(imports.POST, { path: '/?more=1&name=a.csv', body: 'a' })).status).toBe(403)
  expect(await db().import.count()).toBe(before)
})

test('who is not signed in, and a page of another site, get nothing', async () => {
  expect((await nobody(imports.GET)).status).toBe(401)
  expect((await nobody(imports.POST, { path: '/?more=1&name=a.csv', body: 'a' })).status).toBe(401)
  const foreign = { path: '/?more=1&name=a.csv', body: 'a', headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await admin(imports.POST, foreign)).status).toBe(403)
})
