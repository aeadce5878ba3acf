import type { Column, FormatQuestion } from '@/lib/import/format.ts'

const ZONES = [
  ['UTC', 'UTC'],
  ['Europe/London', 'London'],
  ['Europe/Berlin', 'Berlin, Paris, Madrid, Rome, Zurich'],
  ['Europe/Helsinki', 'Helsinki, Athens'],
  ['America/New_York', 'New York'],
  ['America/Chicago', 'Chicago'],
  ['America/Denver', 'Denver'],
  ['America/Los_Angeles', 'Los Angeles'],
  ['America/Sao_Paulo', 'São Paulo'],
  ['Asia/Kolkata', 'Mumbai, Delhi'],
  ['Asia/Singapore', 'Singapore'],
  ['Asia/Shanghai', 'Shanghai'],
  ['Asia/Tokyo', 'Tokyo'],
  ['Australia/Sydney', 'Sydney'],
] as const

/** A time with a zone of its own. */
const ZONED = '[0-9T:. -]{10,}(Z|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})'

/** Whether a name is one of the IANA time zone database. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Asked when times have no zone: which one a cluster's clock shows. Times that all have their own answer it. */
export function timeZoneQuestion(times: Column): FormatQuestion {
  const stated = `${times} IS NOT NULL AND ${times} NOT IN ('Unknown', 'None')`
  return {
    id: 'zone',
    text: 'The times in this file have no time zone. In which zone does the cluster write them? Any name of the IANA database is read.',
    options: ZONES.map(([value, label]) => ({ value, label: label === value ? label : `${label} (${value})` })),
    accepts: isTimeZone,
    probe: `SELECT CASE WHEN bool_and(regexp_full_match(${times}, '${ZONED}')) THEN 'UTC' END FROM rows WHERE ${stated}`,
  }
}

/** SQL for a UTC TIMESTAMP of a text in ISO 8601 that is local time of `zone` unless it has a zone; `Unknown` and `None` are null. */
export function localInstant(column: Column, zone: string): string {
  const local = `TRY_CAST(replace(${column}, 'T', ' ') AS TIMESTAMP)`
  return `CASE WHEN ${column} IN ('Unknown', 'None') THEN NULL
    WHEN regexp_full_match(${column}, '\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?)?') THEN timezone('${zone}', ${local}) AT TIME ZONE 'UTC'
    WHEN regexp_full_match(${column}, '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d(:?\\d\\d)?)')
      THEN TRY_CAST(${column} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END`
}
