import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { metrics } from '@/lib/spend/index.ts'

const root = join(import.meta.dirname, '../..')
const names = Object.keys(metrics).sort()
const functionName = (metric: string) => metric.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

test('folder and registry agree: a file that exports a function of its own name is a metric', () => {
  const inFolder = readdirSync(join(root, 'lib/spend'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => {
      const text = readFileSync(join(root, `lib/spend/${name}.ts`), 'utf8')
      return text.includes(`export async function ${functionName(name)}(`)
    })
  expect(inFolder.sort()).toEqual(names)
})

test('docs/metrics.md has one row for every metric', () => {
  const text = readFileSync(join(root, 'docs/metrics.md'), 'utf8')
  const [table = ''] = text.split('\n## ')
  const documented = [...table.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name)
  expect(documented.sort()).toEqual(names)
})
