import { fetchJson } from '@/components/query/fetch-json.ts'

/** Sends JSON to our own API and returns its answer. Throws ApiError with the server's words. */
export function send<Result>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
): Promise<Result> {
  return fetchJson<Result>(url, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
}
