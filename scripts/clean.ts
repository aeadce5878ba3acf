import { rmSync } from 'node:fs'

// Only what a command makes again. The database and the uploads in .gpu-ledger stay.
const MADE = ['.next', 'lib/db/generated', 'test-results', 'playwright-report', 'tsconfig.tsbuildinfo', 'next-env.d.ts']
for (const path of MADE) rmSync(path, { recursive: true, force: true })
console.log(`Removed ${MADE.join(', ')}.`)
