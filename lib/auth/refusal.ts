import { AppError } from '@/lib/core/errors.ts'

/** Why a sign-in is refused: the code that travels through next-auth, and the sentence that a person reads. */
const sentences = {
  'wrong-password': 'The e-mail address or the password is not right.',
  'no-demo': 'Sign-in without a password exists only in the demo, on the machine that runs it.',
  'not-admitted': 'This account may not sign in here. Ask an admin to add you.',
  'has-password': 'Your e-mail address already has a password here. Sign in with that.',
  disabled: 'Your account is disabled. Ask an admin.',
  'page-too-old': 'This page was open for too long. Reload it and try again.',
  'server-failed': 'Something went wrong on the server; its log says what. Try again.',
  'provider-failed':
    'The identity provider did not complete the sign-in. Try again, or ask an admin to look at the log.',
} as const

export type Refusal = keyof typeof sentences

/** The error for a sign-in refused for this reason; `details.reason` is its code. */
export function refused(reason: Refusal): AppError {
  const code = reason === 'wrong-password' ? 'unauthenticated' : reason === 'server-failed' ? 'internal' : 'forbidden'
  return new AppError(code, sentences[reason], { reason })
}

/** The error for too many failures; `details.retryAfterSeconds` says how long to wait. */
export function limited(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const wait = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return new AppError('rate_limited', `Too many failed attempts. Try again in ${wait}.`, {
    reason: `limited-${retryAfterSeconds}`,
    retryAfterSeconds,
  })
}

/** The code under which an error passes through next-auth, which hands on one text; "server-failed" for what is no refusal. */
export function refusalCode(error: unknown): string {
  const reason = error instanceof AppError ? error.details?.reason : undefined
  return typeof reason === 'string' ? reason : 'server-failed'
}

/** The error that a code stands for; a code that is none of ours means that the identity provider failed. */
export function refusalOf(code: string): AppError {
  const seconds = /^limited-(\d{1,4})$/.exec(code)?.[1]
  if (seconds) return limited(Number(seconds))
  return refused(isRefusal(code) ? code : code === 'CredentialsSignin' ? 'wrong-password' : 'provider-failed')
}

function isRefusal(code: string): code is Refusal {
  return Object.hasOwn(sentences, code)
}
