import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { homePath } from '@/lib/db/home.ts'
import { runNode } from '@/scripts/child.ts'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'instrumentation.ts',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
  'prisma/schema.prisma',
]
const STAMP = '.next/gpu-ledger-build'

/** Whether .next holds a production build of the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash()
}

/** Makes the production build. What Next prints goes to build.log in home(); throws with its end if the build fails. */
export async function buildApp(): Promise<void> {
  const hash = sourceHash()
  const path = homePath('build.log')
  const log = openSync(path, 'w', 0o600)
  const succeeded = await runNode(['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  if (!succeeded) {
    throw new Error(`next build failed:\n${readFileSync(path, 'utf8').trim().split('\n').slice(-40).join('\n')}`)
  }
  mkdirSync('.next', { recursive: true })
  writeFileSync(STAMP, hash)
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const add = (path: string) => hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  for (const source of SOURCES.filter((path) => existsSync(path))) {
    if (/\.\w+$/.test(source)) add(source)
    else for (const path of filesIn(source)) add(path)
  }
  return hash.digest('hex')
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join('lib', 'db', 'generated')))
    .sort()
}
