import { expect, test } from 'vitest'
import { importsOf, problems } from '@/scripts/layers.ts'

test.each([
  ['lib/core/money.ts', `import { db } from '@/lib/db/client.ts'`, 'lib/core imports nothing'],
  ['lib/core/money.ts', `import { db } from '../db/client.ts'`, 'lib/core imports nothing'],
  ['lib/core/money.ts', `import type { Spend } from '@/lib/spend/metric.ts'`, 'lib/core imports nothing'],
  ['lib/core/money.ts', `const m = await import('@/lib/db/client.ts')`, 'lib/core imports nothing'],
  ['lib/catalog/match.ts', `import { db } from '@/lib/db/client.ts'`, 'lib/catalog imports only lib/core'],
  ['lib/db/client.ts', `import { gpu } from '@/lib/catalog/match.ts'`, 'lib/db imports only lib/core'],
  ['lib/spend/totals.ts', `import { read } from '@/lib/import/read.ts'`, 'lib/spend imports only'],
  ['lib/spend/totals.ts', `import { Chart } from '@/components/charts/bars.tsx'`, 'lib/spend imports only'],
  ['components/ui/chip.tsx', `import { db } from '@/lib/db/client.ts'`, 'only types from server code'],
  ['components/ui/chip.tsx', `export { db } from '@/lib/db/client.ts'`, 'only types from server code'],
  ['components/ui/chip.tsx', `import Page from '@/app/page.tsx'`, 'components import only lib'],
  ['app/spend/view.tsx', `'use client'\nimport { totals } from '@/lib/spend/totals.ts'`, 'only types from server code'],
  ['app/spend/page.tsx', `import { run } from '@/scripts/child.ts'`, 'app imports only'],
  ['lib/spend/utils.ts', '', 'a file called "utils"'],
  ['lib/spend/totals.ts', 'x\n'.repeat(251), '251 lines; the limit is 250'],
])('%s: %s', (path, text, reason) => {
  expect(problems({ path, text })).toEqual([expect.stringContaining(reason)])
})

test.each([
  ['lib/core/money.ts', `import { parse } from './parse.ts'\nimport { test } from 'vitest'`],
  ['lib/spend/totals.ts', `import { db } from '@/lib/db/client.ts'\nimport type { Scope } from '@/lib/auth/scope.ts'`],
  ['lib/spend/totals.test.ts', `import { testDatabase } from '@/tests/setup/database.ts'`],
  [
    'components/ui/chip.tsx',
    `import type { Row } from '@/lib/spend/metric.ts'\nimport { money } from '@/lib/core/money.ts'`,
  ],
  ['app/spend/page.tsx', `import { totals } from '@/lib/spend/totals.ts'`],
  ['app/spend/view.tsx', `'use client'\nimport type { Row } from '@/lib/spend/metric.ts'`],
  ['lib/core/money.ts', 'x\n'.repeat(250)],
  ['lib/catalog/prices.data.ts', 'x\n'.repeat(900)],
])('%s: %s', (path, text) => {
  expect(problems({ path, text })).toEqual([])
})

test('importsOf sees every form that names a file of this repository, and nothing else', () => {
  const text = [
    `import {\n  one,\n  two,\n} from '@/lib/core/a.ts'`,
    `import './side-effect.ts'`,
    `import type { T } from "../core/b.ts"`,
    `export { c } from '@/lib/core/c.ts'`,
    `import pg from 'pg'`,
    `const text = 'nothing to see'`,
  ].join('\n')
  expect(importsOf({ path: 'lib/spend/x.ts', text })).toEqual([
    { target: 'lib/core/a.ts', typeOnly: false },
    { target: 'lib/spend/side-effect.ts', typeOnly: false },
    { target: 'lib/core/b.ts', typeOnly: true },
    { target: 'lib/core/c.ts', typeOnly: false },
  ])
})
