import { expect, test } from 'vitest'
import type { Permission } from './permissions.ts'
import { may, rolesOf } from './permissions.ts'

const table: [Permission, admin: boolean, finance: boolean, engineer: boolean][] = [
  ['account:write', true, true, true],
  ['spend:read', true, true, true],
  ['imports:read', true, true, true],
  ['imports:write', true, false, false],
  ['settings:read', true, false, false],
  ['settings:write', true, false, false],
  ['people:write', true, false, false],
  ['audit:read', true, false, false],
  ['rules:read', true, true, true],
  ['rules:write', true, false, false],
  ['rates:read', true, true, true],
  ['rates:write', true, false, false],
  ['months:close', true, true, false],
  ['months:reopen', true, false, false],
  ['recommendations:read', true, true, true],
  ['recommendations:write', true, true, true],
  ['recommendations:configure', true, false, false],
]

test('the table names every permission', () => {
  expect(table.map(([permission]) => permission).sort()).toEqual(Object.keys(rolesOf).sort())
})

test.each(table)('%s: admin %s, finance %s, engineer %s', (permission, admin, finance, engineer) => {
  expect(may('admin', permission)).toBe(admin)
  expect(may('finance', permission)).toBe(finance)
  expect(may('engineer', permission)).toBe(engineer)
})
