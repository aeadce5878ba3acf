import { hash, verify } from '@node-rs/argon2'
import { AppError } from '@/lib/core/errors.ts'

export const minPasswordLength = 12
const maxPasswordLength = 256

/** OWASP's first choice for Argon2id, which is the library's default algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The Argon2id hash of a password, with its own salt. Throws AppError bad_request for one that is too short or long. */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length
  if (length < minPasswordLength || length > maxPasswordLength) {
    throw new AppError(
      'bad_request',
      `A password needs ${minPasswordLength} to ${maxPasswordLength} characters; this one has ${length}.`,
    )
  }
  return hash(password, cost)
}

let decoy: Promise<string> | undefined

/**
 * True when the password belongs to the hash. Without a hash (unknown, disabled or invited person) the same work is
 * done on a decoy and the answer is false, so that the time taken does not tell who exists.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', cost)
  const matches = await verify(passwordHash ?? (await decoy), password)
  return matches && passwordHash !== null
}
