import type { JsonReader } from './json-reader.ts'

/** One record of a JSON export before it is a row. */
export type JsonRecord = Record<string, unknown>

type Items = AsyncGenerator<JsonRecord>

/**
 * The records of a JSON file, in file order: objects in a list or one after the other (JSON lines), under `data` (pages of an API, also
 * several one after the other), `data.result` (Prometheus), or by name (OpenCost's allocations). Buckets are repeated for each of their
 * `results`, series for each of their samples. Throws Refusal where the text is no such JSON.
 */
export async function* jsonRecords(reader: JsonReader): Items {
  for (let next = await reader.peek(); next !== ''; next = await reader.peek()) {
    if (next === '[') yield* listItems(reader)
    else if (next === '{') yield* document(reader)
    else throw reader.broken('a record must be an object')
  }
}

/** A whole list of objects; nulls in it are passed over. */
async function* listItems(reader: JsonReader): Items {
  for await (const _ of elements(reader)) {
    const item = await reader.value()
    if (item === null) continue
    if (!isObject(item)) throw reader.broken('a record must be an object')
    yield* expand(item)
  }
}

/** An object that is a record, or a page with records in it. */
async function* document(reader: JsonReader): Items {
  const fields: JsonRecord = {}
  let isPage = false
  for await (const key of members(reader)) {
    const next = await reader.peek()
    if (key === 'data' && (next === '[' || next === '{')) {
      isPage = true
      yield* next === '[' ? namedLists(reader) : named(reader, true)
    } else if (key === 'result' && next === '[') {
      isPage = true
      yield* listItems(reader)
    } else fields[key] = await reader.value()
  }
  if (!isPage && Object.keys(fields).length > 0) yield* expand(fields)
}

/** A list whose elements are records, or objects that hold records by name. */
async function* namedLists(reader: JsonReader): Items {
  for await (const _ of elements(reader)) {
    if ((await reader.peek()) === '{') yield* named(reader, false)
    else if ((await reader.value()) !== null) throw reader.broken('a record must be an object')
  }
}

/** An object whose members are allocations by name, or `result` with a list; anything else is a record itself, unless it wraps others. */
async function* named(reader: JsonReader, wraps: boolean): Items {
  const fields: JsonRecord = {}
  for await (const key of members(reader)) {
    if (wraps && key === 'result' && (await reader.peek()) === '[') {
      yield* listItems(reader)
      continue
    }
    const value = await reader.value()
    if (isObject(value) && isAllocation(value)) yield { name: key, ...value }
    else fields[key] = value
  }
  if (!wraps && Object.keys(fields).length > 0) yield* expand(fields)
}

function isAllocation(value: JsonRecord): boolean {
  return 'window' in value || ('start' in value && ('properties' in value || 'minutes' in value))
}

/** An item as the records in it: a page, a bucket with results, a series with samples, or itself. */
function* expand(item: JsonRecord): Generator<JsonRecord> {
  const { data, results, metric, values, value } = item
  if (Array.isArray(data) && data.every(isObject)) {
    for (const inner of data) yield* expand(inner)
  } else if (Array.isArray(results) && results.every(isObject)) {
    const { results: _, ...bucket } = item
    for (const result of results) yield { ...bucket, ...result }
  } else if (isObject(metric) && Array.isArray(values)) {
    for (const sample of values) yield sampleOf(metric, sample)
  } else if (isObject(metric) && Array.isArray(value)) {
    yield sampleOf(metric, value)
  } else yield item
}

function sampleOf(metric: JsonRecord, sample: unknown): JsonRecord {
  const [timestamp, value] = Array.isArray(sample) ? (sample as unknown[]) : [null, sample]
  return { timestamp, value, metric }
}

function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Takes an object apart: yields each key when its value is next. */
async function* members(reader: JsonReader): AsyncGenerator<string> {
  await reader.expect('{')
  for (let first = true; !(await reader.take('}')); first = false) {
    if (!first) await reader.expect(',')
    const key = await reader.value()
    if (typeof key !== 'string') throw reader.broken('a name in quotes is missing')
    await reader.expect(':')
    yield key
  }
}

/** Takes a list apart: yields when an element is next. */
async function* elements(reader: JsonReader): AsyncGenerator<void> {
  await reader.expect('[')
  for (let first = true; !(await reader.take(']')); first = false) {
    if (!first) await reader.expect(',')
    yield
  }
}
