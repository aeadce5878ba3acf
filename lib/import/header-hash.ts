import { createHash } from 'node:crypto'

/** A fingerprint of a header, by which its mapping is remembered. */
export function headerHash(names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(names.map((name) => name.toLowerCase())))
    .digest('hex')
}
