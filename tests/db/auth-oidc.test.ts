import { beforeEach, expect, test } from 'vitest'
import { admitByOidc, oidcSettings } from '@/lib/auth/oidc.ts'
import { db } from '@/lib/db/client.ts'
import { testDatabase } from '../setup/database.ts'

await testDatabase()
const env = {
  OIDC_ISSUER: 'https://id.example.org/',
  OIDC_CLIENT_ID: 'ledger',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ALLOWED_DOMAIN: '@Example.org',
  NODE_ENV: 'test',
} as const
const claims = { iss: 'https://id.example.org', sub: '42', email: 'Lin@example.org', email_verified: true, name: 'Lin' }

function settings(more: Record<string, string> = {}) {
  const found = oidcSettings({ ...env, ...more })
  if (!found) throw new Error('no settings')
  return found
}

beforeEach(async () => {
  await db().user.deleteMany()
  await db().auditEvent.deleteMany()
})

test('settings come from the environment, or there are none', () => {
  expect(oidcSettings({ NODE_ENV: 'test' })).toBeNull()
  expect(oidcSettings({ ...env, OIDC_CLIENT_SECRET: '' })).toBeNull()
  expect(settings()).toMatchObject({
    issuer: 'https://id.example.org',
    allowedDomain: 'example.org',
    defaultRole: 'engineer',
  })
  expect(settings({ OIDC_DEFAULT_ROLE: 'finance', OIDC_NAME: 'Okta' })).toMatchObject({
    defaultRole: 'finance',
    name: 'Okta',
  })
  expect(() => settings({ OIDC_DEFAULT_ROLE: 'root' })).toThrow('OIDC_DEFAULT_ROLE')
})

test('a verified address of the allowed domain becomes a person, and is found again by issuer and subject', async () => {
  const first = await admitByOidc(claims, settings())
  expect(first).toMatchObject({ email: 'lin@example.org', name: 'Lin', role: 'engineer', oidcSubject: '42' })
  const again = await admitByOidc({ ...claims, email: 'new@elsewhere.example', email_verified: false }, settings())
  expect(again.id).toBe(first.id)
  expect(await db().auditEvent.findMany()).toMatchObject([{ action: 'person.create', details: { by: 'oidc' } }])
})

test.each([
  ['unverified', { email_verified: false }, {}],
  ['verified only by name', { email_verified: 'true' }, {}],
  ['of another domain', { email: 'lin@elsewhere.example' }, {}],
  ['of a longer domain', { email: 'lin@evil-example.org' }, {}],
  ['of a subdomain', { email: 'lin@sub.example.org' }, {}],
  ['with two @', { email: 'lin@example.org@evil.example' }, {}],
  ['missing', { email: undefined }, {}],
  ['fine, but no domain is allowed', {}, { OIDC_ALLOWED_DOMAIN: '' }],
  ['fine, but there is no subject', { sub: undefined }, {}],
])('an address that is %s is refused', async (_why, change, more) => {
  await expect(admitByOidc({ ...claims, ...change }, settings(more))).rejects.toMatchObject({
    details: { reason: 'not-admitted' },
  })
  expect(await db().user.count()).toBe(0)
})

test('an address that has an account here is not taken over', async () => {
  const data = { email: 'lin@example.org', name: 'Lin', role: 'admin', passwordHash: 'x' } as const
  await db().user.create({ data })
  await expect(admitByOidc(claims, settings())).rejects.toMatchObject({ details: { reason: 'has-password' } })
  expect(await db().user.findMany()).toMatchObject([{ ...data, oidcSubject: null }])
})

test('a disabled person stays out', async () => {
  const { id } = await admitByOidc(claims, settings())
  await db().user.update({ where: { id }, data: { disabledAt: new Date() } })
  await expect(admitByOidc(claims, settings())).rejects.toMatchObject({ details: { reason: 'disabled' } })
})
