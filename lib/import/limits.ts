/** What one import may cost the machine. Each can be set by the environment variable named beside it; docs/imports.md lists them. */
export type ImportLimits = {
  /** GPU_LEDGER_MAX_UNPACKED_BYTES: bytes of one file once unpacked. */
  unpackedBytes: number
  /** GPU_LEDGER_MAX_RATIO: unpacked to packed size, held from 64 MiB on. */
  ratio: number
  /** GPU_LEDGER_MAX_COLUMNS: columns of a header. */
  columns: number
  /** GPU_LEDGER_MAX_ROW_BYTES: bytes of one row, and so of one field. */
  rowBytes: number
  /** GPU_LEDGER_MAX_ISSUES: rows that may be listed as issues before the whole import is refused. */
  issues: number
}

const defaults: Record<keyof ImportLimits, [variable: string, value: number]> = {
  unpackedBytes: ['GPU_LEDGER_MAX_UNPACKED_BYTES', 64 * 1024 ** 3],
  ratio: ['GPU_LEDGER_MAX_RATIO', 250],
  columns: ['GPU_LEDGER_MAX_COLUMNS', 2000],
  rowBytes: ['GPU_LEDGER_MAX_ROW_BYTES', 2 * 1024 ** 2],
  issues: ['GPU_LEDGER_MAX_ISSUES', 10_000],
}

/** The limits in force. Throws when a variable is set to something other than a positive whole number. */
export function importLimits(env: Record<string, string | undefined> = process.env): ImportLimits {
  const read = (key: keyof ImportLimits): number => {
    const [variable, fallback] = defaults[key]
    const text = env[variable]
    if (text === undefined || text === '') return fallback
    if (!/^[1-9]\d*$/.test(text)) throw new Error(`${variable} must be a positive whole number, not "${text}"`)
    return Number(text)
  }
  return {
    unpackedBytes: read('unpackedBytes'),
    ratio: read('ratio'),
    columns: read('columns'),
    rowBytes: read('rowBytes'),
    issues: read('issues'),
  }
}
