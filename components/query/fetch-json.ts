/** An answer of our API that is not 2xx: what it said, its status and the code to quote. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
  }
}

type ErrorBody = { error?: { code?: string; message?: string; id?: string } }

/** Fetches JSON from our own API. Throws ApiError with the server's message, or with what the network did. */
export async function fetchJson<T>(url: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { Accept: 'application/json', ...init?.headers } })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, 'OFFLINE', 'The server did not answer. Check the connection.')
  }
  if (response.ok) return (await response.json()) as T
  const body = (await response.json().catch(() => ({}))) as ErrorBody
  const code = body.error?.id ?? body.error?.code ?? `HTTP-${response.status}`
  throw new ApiError(response.status, code, body.error?.message ?? `The server answered ${response.status}.`)
}
