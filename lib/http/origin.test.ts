import { afterEach, expect, test, vi } from 'vitest'
import { assertSameOrigin } from './origin.ts'

afterEach(() => vi.unstubAllEnvs())

const cases: [headers: Record<string, string>, ok: boolean][] = [
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://costs.example', host: 'app:3000' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000', host: 'localhost:3000' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
  [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, false],
  [{ origin: 'https://costs.example', host: 'app:3000' }, true],
  [{ origin: 'https://evil.example', host: 'app:3000' }, false],
  [{ origin: 'null', host: 'localhost' }, false],
  [{ host: 'localhost' }, false],
]

test.each(cases)('%j: %s', (headers, ok) => {
  vi.stubEnv('NEXTAUTH_URL', 'https://costs.example')
  const check = () => assertSameOrigin(new Request('http://localhost/api', { method: 'POST', headers }))
  if (ok) expect(check).not.toThrow()
  else expect(check).toThrow('nothing was changed')
})
