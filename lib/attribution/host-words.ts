import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { HostWord } from './find-host.ts'
import type { CompiledPattern } from './rule-pattern.ts'
import { compilePattern, groupsOf } from './rule-pattern.ts'

/** The admins' words on machines of one side, in their order. A pattern that no longer compiles matches nothing. */
export async function loadHostWords(run: SqlRunner, side: 'bill' | 'usage'): Promise<HostWord[]> {
  const rows = await run('SELECT id, kind, pattern, target FROM host_rule WHERE side = $1 ORDER BY ordinal, id', [side])
  return rows.flatMap(({ id, kind, pattern, target }) => {
    const compiled = compilePattern(kind === 'regex' ? 'regex' : 'glob', String(pattern))
    return typeof compiled === 'string' ? [] : [{ id: Number(id), match: matcher(compiled, String(target)) }]
  })
}

/** `$1` to `$9` in the target are groups of the pattern; a group that took no part is empty. */
function matcher(pattern: CompiledPattern, target: string): HostWord['match'] {
  return (name) => {
    const groups = groupsOf(pattern, name)
    if (groups.length === 0) return null
    return target.replace(/\$(\d)/g, (_, digit: string) => groups[Number(digit)] ?? '').trim() || null
  }
}
