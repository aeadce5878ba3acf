import { AppError } from '@/lib/core/errors.ts'
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

/** What is wrong with a header or a mapping, as a Refusal that names the file; anything else as it is. */
export function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof AppError)) return error
  return new Refusal({
    code: 'header',
    message: `${file}: ${error.message}`,
    file,
    row: 1,
    whatToDo: 'Correct the header or the mapping and upload the file again.',
  })
}
