import type { SqlRunner } from '@/lib/db/sql-runner.ts'

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

/** Works out anew whatever hangs on the change and rebuilds the rollups, within the transaction that made it. */
export async function refresh(_run: SqlRunner, _change: Change): Promise<void> {}
