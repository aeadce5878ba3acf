import type { Facts } from './facts/facts.ts'
import type { Lever, Outcome } from './finding.ts'
import type { Parameter, Values } from './parameter.ts'

/** One rule: facts in, findings out. It reads no clock, no database and no price that the facts do not carry. */
export type Rule = {
  /** `idle-gpu`: part of every finding's key, so it never changes. */
  id: string
  /** The place in the catalogue of docs/rules.md: R1 to R18. */
  number: string
  title: string
  lever: Lever
  parameters: readonly Parameter[]
  find(facts: Facts, values: Values, keyOf: KeyOf): Outcome
}

/** The key of the finding that a rule would make about a subject; for reading parameters that are the finding's own. */
export type KeyOf = (kind: string, id: string, currency: string) => string
