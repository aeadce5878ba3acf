import { fetchJson } from '@/components/query/fetch-json.ts'

/** Signs in with a provider's fields; the cookie is set when this returns. Throws ApiError with the server's words. */
export async function signIn(provider: 'credentials' | 'demo', fields: Record<string, string>): Promise<void> {
  await post(`/api/auth/callback/${provider}`, fields)
}

/** The address of the identity provider to go to; it sends people back to `next`. */
export async function startOidc(next: string): Promise<string> {
  return (await post('/api/auth/signin/oidc', { callbackUrl: next })).url
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  await post('/api/auth/signout', {})
}

async function post(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>('/api/auth/csrf')
  const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
  return fetchJson<{ url: string }>(path, { method: 'POST', body })
}
