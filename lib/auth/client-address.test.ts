import { afterEach, expect, test, vi } from 'vitest'
import { connection, connectionHeader, connectionOf, networkOf } from './client-address.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [null, 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

const chain = 'forged, 198.51.100.4, 203.0.113.9'

test.each([
  [undefined, chain, '10.0.0.1'],
  ['0', chain, '10.0.0.1'],
  ['1', chain, '203.0.113.9'],
  ['2', chain, '198.51.100.4'],
  ['9', chain, '10.0.0.1'],
  ['1', undefined, '10.0.0.1'],
])('behind %s trusted proxies, X-Forwarded-For %s is %s', (proxies, forwardedFor, address) => {
  vi.stubEnv('GPU_LEDGER_TRUSTED_PROXIES', proxies)
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }
  const request = { headers, url: '/spend', socket: { remoteAddress: '10.0.0.1' } }
  expect(connectionOf(request)).toEqual({ address, forwarded: forwardedFor !== undefined, path: '/spend' })
})

test('a request without the note counts as forwarded from nowhere', () => {
  expect(connection(new Headers({ 'x-connection': '{"address":"127.0.0.1","forwarded":false}' }))).toEqual({
    address: null,
    forwarded: true,
    path: '/',
  })
})

test('the name of the note cannot be guessed and stays the same', () => {
  expect(connectionHeader()).toMatch(/^x-connection-[0-9a-f]{32}$/)
  expect(connectionHeader()).toBe(connectionHeader())
})
