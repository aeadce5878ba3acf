import { expect, test } from 'vitest'
import { AppError } from '@/lib/core/errors.ts'
import { limited, refusalCode, refusalOf, refused } from './refusal.ts'

test.each(['wrong-password', 'no-demo', 'not-admitted', 'has-password', 'disabled', 'page-too-old'] as const)(
  '%s arrives as it left',
  (reason) => {
    expect(refusalOf(refusalCode(refused(reason)))).toEqual(refused(reason))
  },
)

test('a limit keeps its seconds on the way and says whole minutes', () => {
  const error = refusalOf(refusalCode(limited(61)))
  expect(error.code).toBe('rate_limited')
  expect(error.details?.retryAfterSeconds).toBe(61)
  expect(error.message).toBe('Too many failed attempts. Try again in 2 minutes.')
})

test.each(['OAuthCallback', 'Configuration', '<b>call 555-1234</b>', 'constructor', 'limited-x'])(
  'the foreign code %s is our own sentence',
  (code) => {
    expect(refusalOf(code)).toEqual(refused('provider-failed'))
  },
)

test.each([new AppError('internal', 'secret'), new Error('secret'), 'secret'])(
  '%s is told as a failure of the server',
  (error) => {
    expect(refusalOf(refusalCode(error))).toEqual(refused('server-failed'))
  },
)
