import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'

/** A row of a written file, by column name. */
export type WrittenRow = Record<string, string>

/** Reads a written file with a CSV parser that is not ours and hands over its rows; throws on any parse error. */
export function readBack(path: string, visit: (row: WrittenRow) => void): string[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  let header: string[] = []
  Papa.parse<WrittenRow>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    step: ({ data, errors, meta }) => {
      if (errors[0]) throw new Error(`${path}: ${errors[0].message} in row ${errors[0].row}`)
      header = meta.fields ?? []
      visit(data)
    },
  })
  return header
}

const DIGITS = 24

/** Decimal text as a whole number of 10^-24; its own arithmetic, so that it checks the generator's. */
export function exact(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,24}))?$/.exec(text)
  if (!match) throw new Error(`not decimal text: ${JSON.stringify(text)}`)
  const magnitude = BigInt(`${match[2]}${(match[3] ?? '').padEnd(DIGITS, '0')}`)
  return match[1] ? -magnitude : magnitude
}

/** Quantity x price as a whole number of 10^-24; throws when the product needs more digits. */
export function exactProduct(quantity: string, price: string): bigint {
  const product = exact(quantity) * exact(price)
  const unit = 10n ** BigInt(DIGITS)
  if (product % unit !== 0n) throw new Error(`${quantity} x ${price} needs more than ${DIGITS} digits`)
  return product / unit
}

/** Exact sums by key. */
export class Sums {
  private readonly byKey = new Map<string, bigint>()

  add(key: string, amount: bigint): void {
    this.byKey.set(key, this.of(key) + amount)
  }

  of(key: string): bigint {
    return this.byKey.get(key) ?? 0n
  }

  keys(): string[] {
    return [...this.byKey.keys()].sort()
  }
}
