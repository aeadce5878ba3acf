const homePath = '/overview'
const base = 'http://here.invalid'

/**
 * Where to go after sign-in: the wished path if it is one of this server's pages, else the overview. Next's own query
 * key is dropped, and nothing that a browser could read as another host passes.
 */
export function nextPath(wish: string | null | undefined): string {
  if (!wish?.startsWith('/') || !URL.canParse(wish, base)) return homePath
  const url = new URL(wish, base)
  url.searchParams.delete('_rsc')
  const path = `${url.pathname}${url.search}`
  const stays =
    url.origin === base && !path.startsWith('//') && !/^\/(?:api|sign-in|setup|_next)?(?:\/|$|\?)/.test(path)
  return stays ? path : homePath
}
