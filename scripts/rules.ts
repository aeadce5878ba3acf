// Allocation rules as a file: `npm run -s rules -- export|check|apply FILE`. Exit 0: done, and the same rules are done already; exit 2: the
// command or the file is refused, nothing written; exit 1: internal error.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPreview } from '@/lib/attribution/rule-preview.ts'
import { readRules, saveRules } from '@/lib/attribution/rule-versions.ts'
import { readRuleFile, writeRuleFile } from '@/lib/attribution/rule-yaml.ts'
import { AppError } from '@/lib/core/errors.ts'
import { disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { checkReport, refusals } from './rules-report.ts'

const usage = `usage: npm run -s rules -- export [FILE]   writes the rules that hold; without FILE to the screen
       npm run -s rules -- check FILE      says what the rules of FILE would change, and changes nothing
       npm run -s rules -- apply FILE      makes them the rules that hold`
const fileErrors = ['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR']
const everyone = { userId: null, actor: 'shell', role: 'admin', teams: null } as const

process.exitCode = await main(process.argv.slice(2))

async function main([command, name, ...more]: string[]): Promise<number> {
  if (!isCommand(command) || more.length > 0 || (command !== 'export' && !name)) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  // npm starts scripts in the project's folder; names are meant from where the caller stands.
  const path = name && resolve(process.env.INIT_CWD ?? process.cwd(), name)
  try {
    return await withDatabase(() => (command === 'export' ? exportTo(path) : read(command, path ?? '', name ?? '')))
  } catch (error) {
    const isFileError = error instanceof Error && 'code' in error && fileErrors.includes(String(error.code))
    if (!isFileError && !(error instanceof AppError)) throw error
    process.stderr.write(`Refused: ${error.message}\n`)
    return 2
  }
}

async function exportTo(path: string | undefined): Promise<number> {
  const { rules, version } = await readRules(everyone)
  const text = writeRuleFile(rules)
  if (!path) process.stdout.write(text)
  else {
    writeFileSync(path, text)
    process.stdout.write(`Wrote ${rules.length} rules, version ${version}.\n`)
  }
  return 0
}

async function read(command: 'check' | 'apply', path: string, name: string): Promise<number> {
  const file = readRuleFile(textOf(readFileSync(path)))
  if ('problems' in file) {
    process.stderr.write(`${refusals(name, file.problems).join('\n')}\n`)
    return 2
  }
  const current = await readRules(everyone)
  if (command === 'apply') {
    const { version, saved } = await saveRules(everyone, {
      base: current.version,
      rules: file.rules,
      note: `Applied from ${name}`,
    })
    process.stdout.write(
      saved
        ? `Saved version ${version}: ${file.rules.length} rules.\n`
        : `Nothing changes: version ${version} has these rules.\n`,
    )
    return 0
  }
  const preview = await readPreview(file.rules)
  process.stdout.write(`${checkReport(current, file.rules, preview).join('\n')}\n`)
  return 0
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('bad_request', 'The file is not text in UTF-8. Save it as UTF-8 and run this again.')
  }
}

async function withDatabase<T>(use: () => Promise<T>): Promise<T> {
  const database = await prepareDatabase()
  try {
    return await use()
  } finally {
    await disconnect()
    await database.stop()
  }
}

function isCommand(text: string | undefined): text is 'export' | 'check' | 'apply' {
  return text === 'export' || text === 'check' || text === 'apply'
}
