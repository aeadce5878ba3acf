// Starts a TypeScript program: `node scripts/run.mjs [--install] [--bench] [NAME [ARGUMENT...]]`, from scripts/ or bench/. Plain JavaScript on
// Node's own modules, because with --install it is also what turns a fresh clone into one that has dependencies.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`GPU Ledger needs Node 20.19 or newer; this is ${process.version}.`)
}

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const install = words[0] === '--install' && words.shift()
const folder = words[0] === '--bench' && words.shift() ? 'bench' : 'scripts'
const [name, ...rest] = words

process.chdir(root)
if (install && !isInstalled()) {
  console.error('Installing dependencies (npm ci), about a minute ...')
  npmCi()
}
if (existsSync('.env')) process.loadEnvFile('.env')
generateClient()
if (!name) process.exit()

const script = join(root, folder, `${name}.ts`)
process.argv.splice(1, process.argv.length - 1, script, ...rest)
const { register } = await import('tsx/esm/api')
register()
await import(script)

/** Whether node_modules holds every package of the lockfile that this platform needs, in its version. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '' || (!present[path] && (optional || devOptional))) return true
    return present[path]?.version === version
  })
}

function npmCi() {
  // npm says how it was started; without it (`node scripts/run.mjs`) the one on the PATH has to do.
  const cli = process.env.npm_execpath
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const environment = { ...process.env, NODE_ENV: 'development' }
  const run = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
    env: environment,
  })
  if (run.status !== 0) fail('npm ci failed; see above.')
}

/** Makes the database client in lib/db/generated unless it is already that of this schema and Prisma version. */
function generateClient() {
  const stamp = 'lib/db/generated/.made-from'
  const inputs = ['prisma/schema.prisma', 'node_modules/prisma/package.json']
  if (!inputs.every((path) => existsSync(path))) fail('Dependencies are missing: run `npm ci` first.')
  const hash = createHash('sha256')
  for (const path of inputs) hash.update(readFileSync(path))
  const digest = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  const run = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { encoding: 'utf8' })
  if (run.status !== 0) fail(`prisma generate failed:\n${run.stdout}${run.stderr}`)
  writeFileSync(stamp, digest)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
