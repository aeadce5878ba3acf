import { expect, test } from 'vitest'
import { hashPassword, passwordMatches } from './password.ts'

test('a hash is Argon2id with 19 MiB, 2 passes and 1 lane, and its own salt', async () => {
  const [first, second] = await Promise.all([hashPassword('twelve chars'), hashPassword('twelve chars')])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(second).not.toBe(first)
})

test('only the right password matches, and nothing matches no hash', async () => {
  const hash = await hashPassword('correct horse')
  expect(await passwordMatches(hash, 'correct horse')).toBe(true)
  expect(await passwordMatches(hash, 'Correct horse')).toBe(false)
  expect(await passwordMatches(null, 'nobody has this password')).toBe(false)
})

test.each([
  ['', 0],
  ['eleven char', 11],
  ['🔑'.repeat(11), 11],
  ['x'.repeat(257), 257],
])('%s is refused for its length', async (password, length) => {
  await expect(hashPassword(password)).rejects.toThrow(`this one has ${length}`)
})
