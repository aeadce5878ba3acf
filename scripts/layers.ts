/** One import statement: the path it means, relative to the repository, and whether it takes types only. */
export interface Import {
  target: string
  typeOnly: boolean
}

/** A source file: its path relative to the repository, and its text. */
export interface Source {
  path: string
  text: string
}

const FORBIDDEN_NAMES = ['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'constants', 'types']
const MAX_LINES = 250
const LONG_ALLOWED = /^lib\/db\/generated\/|\.data\.ts$|\/(data|fixtures)\/|\.(test|spec)\.tsx?$/
/** Pure layers besides lib/core: what each may import. Code for the browser may run them. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  'lib/catalog': ['lib/core/'],
  'lib/economics': ['lib/core/', 'lib/catalog/'],
  'lib/forecast': ['lib/core/'],
}
const ON_THE_SERVER = /^lib\/(?!core\/|catalog\/|economics\/|forecast\/)/
/** What any domain may import besides the layers below: whose data it may see, and the record of who changed what. */
const FOR_EVERY_DOMAIN = [
  'lib/core/',
  'lib/catalog/',
  'lib/economics/',
  'lib/forecast/',
  'lib/db/',
  'lib/auth/scope.ts',
  'lib/auth/audit.ts',
]
/** Domains are otherwise independent of each other, but for these. */
const DOMAIN_EDGES: Readonly<Record<string, readonly string[]>> = {
  'lib/http': ['lib/auth/'],
  'lib/import': ['lib/attribution/', 'lib/rates/', 'lib/currency/'],
  'lib/owned': ['lib/import/'],
  'lib/rates': ['lib/attribution/'],
  'lib/recommendations': ['lib/spend/where.ts'],
  'lib/spend': ['lib/currency/'],
}

/** What is wrong with a file: its name, its size and the direction of its imports, one line each. */
export function problems(source: Source): string[] {
  const { path, text } = source
  const found: string[] = []
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '')
  if (FORBIDDEN_NAMES.includes(name)) found.push(`${path}: a file called "${name}" says nothing about what is in it`)
  const lines = text.trimEnd().split('\n').length
  if (lines > MAX_LINES && !LONG_ALLOWED.test(path)) found.push(`${path}: ${lines} lines; the limit is ${MAX_LINES}`)
  const inBrowser = path.startsWith('components/') || /^\s*['"]use client['"]/.test(text)
  for (const entry of importsOf(source)) {
    const reason = forbidden(path, entry, inBrowser)
    if (reason) found.push(`${path}: imports ${entry.target}: ${reason}`)
  }
  return found
}

/** The imports of a file that are of files of this repository. */
export function importsOf({ path, text }: Source): Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )
  return [...statements].flatMap(([, type, fixed, dynamic]) => {
    const target = resolvePath(path, fixed ?? dynamic ?? '')
    return target === undefined ? [] : [{ target, typeOnly: type !== undefined }]
  })
}

function resolvePath(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (!specifier.startsWith('.')) return undefined
  return new URL(specifier, `file:///${from}`).pathname.slice(1)
}

function forbidden(path: string, { target, typeOnly }: Import, inBrowser: boolean): string | undefined {
  const layer = layerOf(path)
  const to = (...allowed: string[]) => allowed.some((start) => target.startsWith(start))
  const test = /\.test\.tsx?$/.test(path)
  if (!target.includes('/') || to(`${layer}/`) || (test && to('tests/', 'scripts/'))) return undefined
  if (layer === 'lib/core') return 'lib/core imports nothing'
  const pure = layer === 'lib/db' ? ['lib/core/'] : PURE[layer]
  if (pure) return to(...pure) ? undefined : `${layer} imports only ${pure.map((one) => one.slice(0, -1)).join(', ')}`
  if (layer.startsWith('lib/')) {
    const allowed = [...FOR_EVERY_DOMAIN, ...(DOMAIN_EDGES[layer] ?? [])]
    return to(...allowed) ? undefined : `${layer} imports only ${allowed.join(', ')}`
  }
  if (layer === 'components' && !to('lib/')) return 'components import only lib'
  if (layer === 'app' && !to('components/', 'lib/')) return 'app imports only components and lib'
  if (inBrowser && !typeOnly && ON_THE_SERVER.test(target)) {
    return 'code for the browser takes only types from server code (`import type`)'
  }
  return undefined
}

function layerOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'lib' ? `lib/${second}` : first
}
