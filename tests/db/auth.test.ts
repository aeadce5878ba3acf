import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { audited } from '@/lib/auth/audit.ts'
import { connectionHeader } from '@/lib/auth/client-address.ts'
import { demoAllowed, signInToDemo } from '@/lib/auth/demo.ts'
import { createFirstAdmin, createSetupToken, needsFirstAdmin } from '@/lib/auth/first-run.ts'
import { changeOwnPassword } from '@/lib/auth/own-password.ts'
import { renewPasswordLink, setPasswordByLink } from '@/lib/auth/password-link.ts'
import { changePerson, invitePerson, listPeople } from '@/lib/auth/people.ts'
import { personOfCookie, scopeOf } from '@/lib/auth/person.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { signInWithPassword } from '@/lib/auth/sign-in.ts'
import { db } from '@/lib/db/client.ts'
import { testDatabase } from '../setup/database.ts'
import { cookieFor, createPerson, headersFrom } from './auth-callers.ts'

await testDatabase()
const password = 'correct horse battery'
const root: Scope = { userId: null, actor: 'root@example.org', role: 'admin', teams: null }

beforeEach(async () => {
  await db().user.deleteMany()
  await db().auditEvent.deleteMany()
  await db().signInFailure.deleteMany()
  await db().setting.deleteMany()
})
afterEach(() => vi.unstubAllEnvs())

const personOf = async (cookie: string) => personOfCookie(cookie.slice(cookie.indexOf('=') + 1))
const actions = async () => (await db().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
const codeOf = (path: string) => path.slice(path.indexOf('#') + 1)

test('the token for the first admin works once, and only the newest one', async () => {
  const first = (await createSetupToken()) ?? ''
  const second = (await createSetupToken()) ?? ''
  const admin = { email: 'Ada@Example.org', name: 'Ada', password }
  await expect(createFirstAdmin({ ...admin, token: first })).rejects.toThrow('not right, or it was used')
  await expect(createFirstAdmin({ ...admin, token: 'guess' })).rejects.toThrow('not right, or it was used')
  await expect(createFirstAdmin({ ...admin, token: second, password: 'short' })).rejects.toThrow('12 to 256 characters')
  expect(await needsFirstAdmin()).toBe(true)
  await createFirstAdmin({ ...admin, token: second })
  await expect(createFirstAdmin({ ...admin, token: second })).rejects.toThrow('not right, or it was used')
  expect(await needsFirstAdmin()).toBe(false)
  expect(await createSetupToken()).toBeNull()
  expect(await db().user.findMany()).toMatchObject([{ email: 'ada@example.org', role: 'admin' }])
  expect(JSON.stringify(await db().setting.findMany())).not.toContain(second)
})

test('two uses of one token at the same moment make one admin', async () => {
  const token = (await createSetupToken()) ?? ''
  const uses = ['a', 'b', 'c', 'd'].map((name) =>
    createFirstAdmin({ token, name, email: `${name}@example.org`, password }),
  )
  const outcomes = await Promise.allSettled(uses)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().user.count()).toBe(1)
})

test('a session ends when the person is disabled, changed or deleted, or the password changes', async () => {
  const user = await createPerson('engineer')
  const cookie = await cookieFor(user)
  expect(await personOf(cookie)).toMatchObject({ role: 'engineer', teams: null })
  await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
  expect(await personOf(cookie)).toBeNull()
  await db().user.update({ where: { id: user.id }, data: { disabledAt: null, lastSignInAt: new Date() } })
  expect(await personOf(cookie)).not.toBeNull()
  await createPerson('admin').then(({ id }) => db().user.update({ where: { id }, data: { passwordHash: 'x' } }))
  await changePerson(root, user.id, { role: 'finance', teams: ['vision', 'research', 'vision'] })
  expect(await personOf(cookie)).toBeNull()
  const renewed = await db().user.findUniqueOrThrow({ where: { id: user.id } })
  expect(await personOf(await cookieFor(renewed))).toMatchObject({ role: 'finance', teams: ['research', 'vision'] })
  await db().user.delete({ where: { id: user.id } })
  expect(await personOf(await cookieFor(renewed))).toBeNull()
})

test.each(['', 'x', 'a.b.c.d.e'])('the cookie "%s" is nobody', async (cookie) => {
  expect(await personOfCookie(cookie)).toBeNull()
})

test('a session of another secret is nobody', async () => {
  const user = await createPerson('admin')
  vi.stubEnv('NEXTAUTH_SECRET', 'another secret')
  const foreign = await cookieFor(user)
  vi.unstubAllEnvs()
  expect(await personOf(foreign)).toBeNull()
})

test('an invitation link sets a password once', async () => {
  const link = await invitePerson(root, { email: 'New@example.org', name: 'New', role: 'finance', teams: [] })
  expect(link.path).toMatch(/^\/setup\/password#/)
  const code = codeOf(link.path)
  await expect(setPasswordByLink(code, 'short')).rejects.toThrow('12')
  await expect(setPasswordByLink(`${code}x`, password)).rejects.toThrow('not right, was used')
  expect(await setPasswordByLink(code, password)).toBe('new@example.org')
  await expect(setPasswordByLink(code, 'another password')).rejects.toThrow('not right, was used')
  expect(await signInWithPassword({ email: 'new@example.org', password, address: null })).not.toBeNull()
  expect(await actions()).toEqual(['person.create', 'person.password', 'session.sign-in'])
})

test('a link ends after three days, by a newer link, and when the person is disabled', async () => {
  const user = await createPerson('engineer')
  const old = codeOf((await renewPasswordLink(root, user.id)).path)
  const fourDays = new Date(Date.now() + 4 * 86_400_000)
  await expect(setPasswordByLink(old, password, fourDays)).rejects.toThrow('too old')
  const newer = codeOf((await renewPasswordLink(root, user.id)).path)
  await expect(setPasswordByLink(old, password)).rejects.toThrow('too old')
  await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
  await expect(setPasswordByLink(newer, password)).rejects.toThrow('too old')
})

test('a link for one person does not fit another', async () => {
  const [ada, bob] = [await createPerson('admin'), await createPerson('engineer')]
  const code = codeOf((await renewPasswordLink(root, bob.id)).path)
  await expect(setPasswordByLink(code.replace(bob.id, ada.id), password)).rejects.toThrow('not right')
})

test('the same address cannot be invited twice', async () => {
  const bob = { email: 'bob@example.org', name: 'Bob', role: 'engineer', teams: [] } as const
  await invitePerson(root, { ...bob, teams: [] })
  await expect(invitePerson(root, { ...bob, teams: [] })).rejects.toMatchObject({ code: 'conflict' })
  expect(await actions()).toEqual(['person.create'])
})

test('the last admin who can sign in can be neither disabled nor demoted', async () => {
  const admin = await createPerson('admin')
  await db().user.update({ where: { id: admin.id }, data: { passwordHash: 'x' } })
  await createPerson('admin', 'invited@example.org')
  for (const change of [{ disabled: true }, { role: 'finance' as const }]) {
    await expect(changePerson(root, admin.id, change)).rejects.toMatchObject({ code: 'conflict' })
  }
  expect(await db().user.findUnique({ where: { id: admin.id } })).toMatchObject({ role: 'admin', disabledAt: null })
  expect(await actions()).toEqual([])
})

test('the own password changes with the present one, and every session ends', async () => {
  const link = await invitePerson(root, { email: 'bob@example.org', name: 'Bob', role: 'engineer', teams: [] })
  await setPasswordByLink(codeOf(link.path), password)
  const user = await db().user.findUniqueOrThrow({ where: { email: 'bob@example.org' } })
  const cookie = await cookieFor(user)
  const person = await personOf(cookie)
  if (!person) throw new Error('not signed in')
  const change = (current: string, next: string) =>
    changeOwnPassword(scopeOf(person), { current, password: next, address: null })
  await expect(change('wrong password', 'another password')).rejects.toMatchObject({ code: 'forbidden' })
  await change(password, 'another password')
  expect(await personOf(cookie)).toBeNull()
  expect(await signInWithPassword({ email: user.email, password, address: null })).toBeNull()
  expect((await listPeople())[0]).toMatchObject({ email: 'bob@example.org', signIn: 'password', disabled: false })
})

const local = headersFrom('127.0.0.1', { host: 'localhost:3000' })
const demos: [why: string, demo: string, headers: Headers, ok: boolean][] = [
  ['from this machine', '1', local, true],
  ['by IPv6', '1', headersFrom('::1', { host: '[::1]:3000' }), true],
  ['by mapped IPv4', '1', headersFrom('::ffff:127.0.0.1', { host: '127.0.0.1:3000' }), true],
  ['on a server that is no demo', '', local, false],
  ['from another machine', '1', headersFrom('192.0.2.1', { host: 'localhost:3000' }), false],
  ['under another name', '1', headersFrom('127.0.0.1', { host: 'rebound.example:3000' }), false],
  ['under a name that begins like localhost', '1', headersFrom('127.0.0.1', { host: 'localhost.example' }), false],
  ['without a host', '1', headersFrom('127.0.0.1'), false],
  ['without a noted connection', '1', new Headers({ host: 'localhost:3000' }), false],
  ['with a forged address', '1', new Headers({ host: 'localhost', 'x-forwarded-for': '127.0.0.1' }), false],
  [
    'through a proxy',
    '1',
    new Headers({
      host: 'localhost',
      [connectionHeader()]: JSON.stringify({ address: '127.0.0.1', forwarded: true, path: '/' }),
    }),
    false,
  ],
]

test.each(demos)('sign-in to the demo %s (GPU_LEDGER_DEMO=%s)', async (_why, demo, headers, ok) => {
  vi.stubEnv('GPU_LEDGER_DEMO', demo)
  expect(demoAllowed(headers)).toBe(ok)
  if (ok) expect(await signInToDemo('finance', headers)).toMatchObject({ role: 'finance', name: 'Demo finance' })
  else await expect(signInToDemo('finance', headers)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await db().user.count()).toBe(ok ? 1 : 0)
})

test('a demo that becomes a real server asks for a first admin', async () => {
  vi.stubEnv('GPU_LEDGER_DEMO', '1')
  await Promise.all([signInToDemo('admin', local), signInToDemo('admin', local)])
  expect(await needsFirstAdmin()).toBe(false)
  expect(await db().user.count()).toBe(1)
  vi.stubEnv('GPU_LEDGER_DEMO', '')
  expect(await needsFirstAdmin()).toBe(true)
})

test('a change and its audit row are stored together or not at all', async () => {
  const create = (key: string) =>
    audited(root, 'test.create', `setting:${key}`, { by: 'hand' }, async (tx) => {
      await tx.setting.create({ data: { key, value: 1 } })
      if (key === 'bad') throw new Error('broken')
    })
  await create('good')
  await expect(create('bad')).rejects.toThrow('broken')
  expect((await db().setting.findMany()).map(({ key }) => key)).toEqual(['good'])
  expect(await db().auditEvent.findMany()).toMatchObject([
    {
      userId: null,
      actor: 'root@example.org',
      action: 'test.create',
      subject: 'setting:good',
      details: { by: 'hand' },
    },
  ])
  const unreadable = () => {
    throw new Error('no details')
  }
  const rename = audited(root, 'test.create', 'x', unreadable, (tx) =>
    tx.setting.create({ data: { key: 'x', value: 1 } }),
  )
  await expect(rename).rejects.toThrow('no details')
  expect(await db().setting.count()).toBe(1)
})
