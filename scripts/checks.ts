import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstFreePort } from '@/scripts/app-server.ts'
import { runNode } from '@/scripts/child.ts'

const FIRST_PORT = 3210

/** How many tests passed, failed and were skipped. A check that is no test runner counts as one test. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

type Report = Record<string, unknown>

/** Everything that needs neither database nor browser. */
export async function verify(): Promise<Outcome> {
  return sum([
    await check('format and lint', [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '.',
    ]),
    await check('layers', ['scripts/run.mjs', 'check-layers']),
    await check('documents', ['scripts/run.mjs', 'check-docs']),
    await check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
    await vitest('unit'),
  ])
}

/** The tests of one vitest project. */
export async function vitest(project: 'unit' | 'db'): Promise<Outcome> {
  return suite(
    `${project} tests`,
    (report) => [
      ...['node_modules/vitest/vitest.mjs', 'run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    (json) => ({
      passed: Number(json.numPassedTests),
      failed: Number(json.numFailedTests),
      skipped: Number(json.numPendingTests) + Number(json.numTodoTests),
    }),
  )
}

/** The journeys in a browser against the built app. */
export async function playwright(): Promise<Outcome> {
  process.env.E2E_PORT ||= String(await firstFreePort('127.0.0.1', FIRST_PORT))
  return suite(
    'browser tests',
    () => ['node_modules/@playwright/test/cli.js', 'test'],
    ({ stats }) => {
      const { expected, unexpected, flaky, skipped } = stats as Record<string, number>
      return { passed: Number(expected), failed: Number(unexpected) + Number(flaky), skipped: Number(skipped) }
    },
  )
}

/** Adds outcomes up. */
export function sum(outcomes: Outcome[]): Outcome {
  const total = (name: keyof Outcome) => outcomes.reduce((count, outcome) => count + outcome[name], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** Prints the outcome as the last line and ends the process accordingly. */
export function finish({ passed, failed, skipped }: Outcome): never {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed > 0 ? 1 : 0)
}

async function check(name: string, args: string[]): Promise<Outcome> {
  console.log(`\n== ${name}`)
  const succeeded = await runNode(args)
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
}

/** Runs a test runner that writes a JSON report. Failing without a failed test, as when it cannot start, counts as one. */
async function suite(name: string, args: (report: string) => string[], read: (json: Report) => Outcome) {
  console.log(`\n== ${name}`)
  const directory = mkdtempSync(join(tmpdir(), 'gpu-ledger-report-'))
  const report = join(directory, 'report.json')
  try {
    const succeeded = await runNode(args(report), { env: { ...process.env, E2E_REPORT: report } })
    const json = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : undefined
    const outcome = json ? read(json) : { passed: 0, failed: 0, skipped: 0 }
    return { ...outcome, failed: Math.max(outcome.failed, succeeded ? 0 : 1) }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
