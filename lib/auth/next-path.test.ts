import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test.each([
  ['/spend?group=team&from=2026-10-01', '/spend?group=team&from=2026-10-01'],
  ['/spend?_rsc=abc12&group=team', '/spend?group=team'],
  ['/settings/people', '/settings/people'],
  ['/imports/12', '/imports/12'],
  [null, '/overview'],
  ['', '/overview'],
  ['/', '/overview'],
  ['https://elsewhere.example/', '/overview'],
  ['//elsewhere.example/', '/overview'],
  ['/\\elsewhere.example', '/overview'],
  ['/x/..//elsewhere.example', '/overview'],
  ['javascript:alert(1)', '/overview'],
  ['/sign-in', '/overview'],
  ['/sign-in/not-allowed', '/overview'],
  ['/setup/password', '/overview'],
  ['/api/imports', '/overview'],
  ['/_next/data/x', '/overview'],
  ['/setupx', '/setupx'],
])('%s -> %s', (wish, path) => {
  expect(nextPath(wish)).toBe(path)
})
