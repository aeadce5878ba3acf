import { beforeEach, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password.ts'
import { signInWithPassword } from '@/lib/auth/sign-in.ts'
import { failuresPerAccount, failuresPerAddress } from '@/lib/auth/sign-in-limit.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { testDatabase } from '../setup/database.ts'

await testDatabase()
const password = 'correct horse battery'
const passwordHash = await hashPassword(password)
const start = new Date('2026-11-20T12:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

beforeEach(async () => {
  await db().signInFailure.deleteMany()
  await db().auditEvent.deleteMany()
  await db().user.deleteMany()
  const people = [
    { email: 'ada@example.org', passwordHash },
    { email: 'gone@example.org', passwordHash, disabledAt: start },
    { email: 'invited@example.org' },
  ]
  await db().user.createMany({ data: people.map((person) => ({ name: 'x', role: 'engineer', ...person })) })
})

const attempt = (email: string, given = 'wrong password', address = '192.0.2.1', now = start) =>
  signInWithPassword({ email, password: given, address }, now)

const retryAfter = async (signIn: Promise<unknown>) => {
  const error = await signIn.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).status).toBe(429)
  return (error as AppError).details?.retryAfterSeconds
}

test.each([
  ['ada@example.org', password, true],
  [' Ada@Example.ORG ', password, true],
  ['ada@example.org', 'wrong password', false],
  ['gone@example.org', password, false],
  ['invited@example.org', '', false],
  ['nobody@example.org', 'nobody has this password', false],
])('%s with "%s" gets in: %s', async (email, given, ok) => {
  expect((await attempt(email, given)) !== null).toBe(ok)
})

test('a success is noted on the person and in the audit log, and does not count as a failure', async () => {
  await attempt('ada@example.org', password)
  expect(await db().user.findUnique({ where: { email: 'ada@example.org' } })).toMatchObject({ lastSignInAt: start })
  expect(await db().auditEvent.findMany()).toMatchObject([{ actor: 'ada@example.org', action: 'session.sign-in' }])
  expect(await db().signInFailure.count()).toBe(0)
})

test('after ten failures the account waits, with the right password and from elsewhere too, until the first is 15 minutes old', async () => {
  for (let i = 0; i < failuresPerAccount; i++) {
    await attempt('ada@example.org', 'wrong password', `192.0.2.${i}`, after(i * 10))
  }
  expect(await retryAfter(attempt('ada@example.org', password, '198.51.100.1', after(100)))).toBe(800)
  expect(await retryAfter(attempt('ada@example.org', password, '198.51.100.1', after(899)))).toBe(1)
  expect(await attempt('ada@example.org', password, '198.51.100.1', after(900))).not.toBeNull()
  expect(await attempt('nobody@example.org', 'x', '198.51.100.1', after(100))).toBeNull()
})

test('an unknown account is limited like a known one', async () => {
  for (let i = 0; i < failuresPerAccount; i++) await attempt('nobody@example.org')
  expect(await retryAfter(attempt('nobody@example.org', 'x', '198.51.100.1'))).toBe(900)
})

test('after thirty failures the address waits, for every account, and an IPv6 network is one address', async () => {
  for (let i = 0; i < failuresPerAddress; i++) await attempt(`p${i}@example.org`, 'x', `2001:db8::${i.toString(16)}`)
  expect(await retryAfter(attempt('ada@example.org', password, '2001:db8::ffff'))).toBe(900)
  expect(await attempt('ada@example.org', password, '2001:db8:0:1::1')).not.toBeNull()
})

test('forty attempts at the same moment pass the limit ten times', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => attempt('ada@example.org')))
  const looked = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(looked).toBe(failuresPerAccount)
  expect(await retryAfter(attempt('ada@example.org', password))).toBeGreaterThan(0)
})

test('addresses are not stored and old failures are forgotten after a day', async () => {
  await attempt('ada@example.org')
  const keys = (await db().signInFailure.findMany()).map(({ key }) => key)
  expect(keys.filter((key) => key.includes('ada'))).toEqual([])
  await attempt('nobody@example.org', 'x', '198.51.100.1', after(86_401))
  expect(await db().signInFailure.count()).toBe(2)
})

test('an unknown, a disabled and a known account take the same time', { retry: 2 }, async () => {
  const median = async (email: string) => {
    const times: number[] = []
    for (let i = 0; i < 9; i++) {
      await db().signInFailure.deleteMany()
      const began = performance.now()
      await attempt(email)
      times.push(performance.now() - began)
    }
    return times.sort((a, b) => a - b)[4] ?? 0
  }
  await median('ada@example.org')
  const known = await median('ada@example.org')
  for (const email of ['nobody@example.org', 'gone@example.org', 'invited@example.org']) {
    const ratio = (await median(email)) / known
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  }
})
