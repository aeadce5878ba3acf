/** SQL for one text of several, whatever stands in them: parts that are absent count too. */
export function keyText(...parts: readonly string[]): string {
  return `concat_ws(chr(31), ${parts.map((part) => `coalesce(CAST(${part} AS VARCHAR), chr(30))`).join(', ')})`
}

/** SQL for the 128-bit key of a record, as a UUID. The format's id is part of it: two sources never hold the same record. */
export function recordKey(formatId: string, text: string): string {
  return `CAST(md5('${formatId}' || chr(31) || ${text}) AS UUID)`
}
