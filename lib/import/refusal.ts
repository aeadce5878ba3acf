import type { ImportError } from '@/lib/core/receipt.ts'

/** Thrown when an import cannot go on because of what was uploaded: names the place and what to do. Nothing is stored. */
export class Refusal extends Error {
  readonly detail: ImportError

  constructor(detail: ImportError) {
    super(detail.message)
    this.name = 'Refusal'
    this.detail = detail
  }
}

/** Thrown at the next checkpoint after an admin cancelled the import. */
export class Cancelled extends Error {
  constructor() {
    super('The import was cancelled.')
    this.name = 'Cancelled'
  }
}
