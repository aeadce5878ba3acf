import type { ZodType } from 'zod'
import { AppError } from '@/lib/core/errors.ts'

const maxJsonBytes = 1_048_576

/** The JSON body of a request as the schema reads it. Throws AppError for another content type, size or shape. */
export async function parseBody<Body>(request: Request, schema: ZodType<Body>): Promise<Body> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new AppError('bad_request', 'The body must be JSON, sent with Content-Type: application/json.')
  }
  return parse(schema, json(await limitedText(request)), 'body')
}

/** The query string of a request as the schema reads it; a key that stands there twice is a list. */
export function parseQuery<Query>(request: Request, schema: ZodType<Query>): Query {
  const query: Record<string, string | string[]> = {}
  const given = new URL(request.url).searchParams
  for (const key of new Set(given.keys())) {
    const values = given.getAll(key)
    query[key] = values.length === 1 ? (values[0] ?? '') : values
  }
  return parse(schema, query, 'query')
}

/** The path parameters of a request as the schema reads them. A path that does not fit names nothing: AppError not_found. */
export function parseParams<Params>(params: unknown, schema: ZodType<Params>): Params {
  const result = schema.safeParse(params)
  if (!result.success) throw new AppError('not_found', 'There is nothing at this address.')
  return result.data
}

function parse<T>(schema: ZodType<T>, value: unknown, place: 'body' | 'query'): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
  const first = issues[0]
  throw new AppError('bad_request', first?.field ? `${first.field}: ${first.message}` : (first?.message ?? ''), {
    place,
    issues,
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('bad_request', 'The body is not JSON.', undefined, { cause: error })
  }
}

async function limitedText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxJsonBytes) throw new AppError('too_large', `The body is longer than ${maxJsonBytes} bytes.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
