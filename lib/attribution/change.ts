/** What changed, and so what has to be worked out anew. */
export type Change = {
  /** Allocation rules or tag keys. */
  rules?: true
  /** An admin's word on an unknown GPU. */
  classifications?: true
  /** Host rules or the idle threshold. */
  hosts?: true
  /** Imports of usage that were published or taken back. */
  usageImports?: readonly number[]
  rates?: true
  /** Slices whose live version changed. */
  slices?: readonly number[]
}
