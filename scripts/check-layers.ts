import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problems } from '@/scripts/layers.ts'

// What Biome cannot say: type-only imports, relative paths, the names and sizes of files.
const ROOTS = ['app', 'bench', 'components', 'e2e', 'lib', 'scripts', 'tests']
const found = ROOTS.flatMap(sourcesIn).flatMap((path) => problems({ path, text: readFileSync(path, 'utf8') }))
for (const problem of found) console.error(problem)
process.exitCode = found.length > 0 ? 1 : 0

function sourcesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join('lib', 'db', 'generated')))
}
