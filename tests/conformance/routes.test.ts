import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = (folder: string, ending: string) =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith(ending))

const nextAuth = 'app/api/auth/[...nextauth]/route.ts'
const routes = files('app/api', '/route.ts').filter((path) => path !== nextAuth)
const reading = ['GET', 'HEAD', 'OPTIONS']
/** Handlers that only answer, and take a body because their question is too long for an address. */
const asking = [
  'POST app/api/rules/preview/route.ts',
  'POST app/api/rules/file/route.ts',
  'POST app/api/recommendations/[id]/recompute/route.ts',
]

/** The exported handlers of a route file: method and the text of its definition. */
function handlersOf(path: string): { method: string; definition: string }[] {
  const text = read(path)
  const parts = text.split(/^export /m).slice(1)
  return parts.flatMap((definition) => {
    const method = /^(?:const|async function|function) ([A-Z]+)\b/.exec(definition)?.[1]
    return method ? [{ method, definition }] : []
  })
}

/** The files of lib that a source file imports a value named in `used` from. */
function importedFrom(source: string, used: string): string[] {
  const imports = source.matchAll(/^import \{([^}]+)\} from '@\/(lib\/[^']+)'/gm)
  return [...imports].flatMap(([, names = '', path = '']) =>
    names.split(',').some((name) => new RegExp(`\\b${name.trim()}\\b`).test(used)) ? [path] : [],
  )
}

/** True when this file writes an audit row, or a file of its own folder that it uses does. */
function audits(path: string, depth = 1): boolean {
  if (path.startsWith('lib/http/') || path === 'lib/auth/audit.ts' || !existsSync(join(root, path))) return false
  const source = read(path)
  if (/\baudited\(|\bauditEvent\.create\(|INSERT INTO audit_event/.test(source)) return true
  return depth > 0 && importedFrom(source, source).some((next) => audits(next, depth - 1))
}

test('there are routes', () => {
  expect(routes.length).toBeGreaterThan(10)
})

test.each(routes)('%s: every handler is made by route()', (path) => {
  const handlers = handlersOf(path)
  expect(handlers.length).toBeGreaterThan(0)
  expect(read(path)).toContain("import { route } from '@/lib/http/route.ts'")
  for (const { definition } of handlers) expect(definition).toMatch(/^const [A-Z]+ = route\(/)
})

test.each(routes)('%s: every handler that changes something reaches a function that audits', (path) => {
  const source = read(path)
  for (const { method, definition } of handlersOf(path)) {
    if (reading.includes(method) || asking.includes(`${method} ${path}`)) continue
    const domains = importedFrom(source, definition).filter((from) => from !== 'lib/http/route.ts')
    expect({ method, audited: domains.some((domain) => audits(domain)) }).toEqual({ method, audited: true })
  }
})

test('next-auth has the only other handlers, and they are its own', () => {
  expect(read(nextAuth)).toBe(`import { authHandler } from '@/lib/http/auth-handler.ts'

export const GET = authHandler
export const POST = authHandler
`)
})

test('there are no server actions: every change goes through a route', () => {
  const sources = ['app', 'components', 'lib'].flatMap((folder) => [...files(folder, '.ts'), ...files(folder, '.tsx')])
  expect(sources.filter((path) => /^\s*['"]use server['"]/m.test(read(path)))).toEqual([])
})

test('no proxy stands before the app: Next cuts a body that passes one at 10 MB', () => {
  expect(['proxy.ts', 'middleware.ts'].filter((path) => existsSync(join(root, path)))).toEqual([])
})

test.each(files('app/(app)', '/page.tsx'))('%s asks who is looking', (path) => {
  expect(read(path)).toMatch(/\brequire(?:Scope|Person)\(/)
})
