import { AppError } from '@/lib/core/errors.ts'
import { billingKind } from './billing-kind.ts'
import { exchangeRatesKind } from './exchange-rates-kind.ts'
import type { FileKind } from './file-kind.ts'
import type { FileFormat } from './format.ts'
import { ratesKind } from './rates-kind.ts'
import { usageKind } from './usage/usage-kind.ts'

/** Every kind of file. A file is recognised over all of them at once. */
export const fileKinds: readonly FileKind[] = [billingKind, usageKind, ratesKind, exchangeRatesKind]

/** The formats of every kind. */
export const allFormats: readonly FileFormat[] = fileKinds.flatMap((kind) => kind.formats)

/** The kind that a format belongs to. */
export function kindWith(format: FileFormat): FileKind {
  const kind = fileKinds.find(({ formats }) => formats.includes(format))
  if (!kind) throw new Error(`the format ${format.id} belongs to no kind`)
  return kind
}

/** The kind of an import, by what its row says. */
export function kindOf(id: string): FileKind {
  const kind = fileKinds.find((candidate) => candidate.id === id)
  if (!kind) throw new AppError('conflict', `This version of the app does not know imports of the kind ${id}.`)
  return kind
}
