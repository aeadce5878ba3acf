import { RE2JS, RE2JSException } from 're2js'

/** How long a pattern may be, in characters, and how large its program, in instructions. */
export const MAX_PATTERN = 500
export const MAX_PROGRAM = 1500

/** A pattern of a condition in the syntax of RE2, whose time is linear in the text whatever the pattern. */
export type CompiledPattern = { source: string; groups: number; program: number; regex: RE2JS }

/**
 * Compiles a glob (`*` any text, `?` one character; the whole label, upper and lower case alike) or a regular expression (RE2 syntax,
 * found anywhere in the label, case as written). Returns the reason instead where it is refused.
 */
export function compilePattern(kind: 'glob' | 'regex', text: string): CompiledPattern | string {
  if (text.length > MAX_PATTERN) return `the pattern has ${text.length} characters; the limit is ${MAX_PATTERN}`
  const source = kind === 'glob' ? globSource(text) : text
  try {
    const regex = RE2JS.compile(source)
    const program = regex.programSize()
    if (program > MAX_PROGRAM) return `the pattern is too large (${program} steps; the limit is ${MAX_PROGRAM})`
    return { source, groups: regex.groupCount(), program, regex }
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const reason = error.message.replace(/^error parsing regexp: /, '')
    const advice = /Perl syntax|escape sequence/.test(reason) ? ' (RE2 syntax: no lookaround, no backreferences)' : ''
    return `not a regular expression: ${reason}${advice}`
  }
}

function globSource(glob: string): string {
  const body = glob
    .replace(/\*+/g, '*')
    .split(/([*?])/)
    .map((piece) => (piece === '*' ? '.*' : piece === '?' ? '.' : RE2JS.quote(piece)))
    .join('')
  return `(?is)^${body}$`
}

/** The groups of the first match of a pattern in a text, the whole match first; null where a group took no part. */
export function groupsOf(pattern: CompiledPattern, text: string): (string | null)[] {
  const matcher = pattern.regex.matcher(text)
  if (!matcher.find()) return []
  return Array.from({ length: pattern.groups + 1 }, (_, n) => matcher.group(n) ?? null)
}
