// Run after `npm install` against a registry that mirrors the packages of its own platform only: npm then leaves those
// of other platforms out of the lockfile, and `npm ci` refuses a lockfile without them, on every platform.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const PLATFORM = /(darwin|linux|win32|android|freebsd)-(arm64|x64|ia32)(?:-(musl|gnu|msvc))?$/

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const added = []
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`
    const [, os, cpu, libc] = PLATFORM.exec(name) ?? []
    // Parents name the packages of their platforms by exact version.
    if (lock.packages[path] || !os || !/^\d+\.\d+\.\d+/.test(version)) continue
    lock.packages[path] = {
      version,
      cpu: [cpu],
      ...(parent.dev && { dev: true }),
      ...(os === 'linux' && { libc: [libc === 'musl' ? 'musl' : 'glibc'] }),
      license: parent.license,
      optional: true,
      os: [os],
    }
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `Added ${added.join(', ')}.` : 'The lockfile is complete.')
