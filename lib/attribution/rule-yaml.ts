import type { Document, Node } from 'yaml'
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, Document as YamlDocument } from 'yaml'
import type { AllocationRule, RuleProblem } from './rule.ts'
import { parseRules } from './rule.ts'

/** What is wrong with a rule file, and where: line and column count from 1. */
export type RuleFileProblem = { line: number; column: number; value: string; reason: string }

export const MAX_RULE_FILE = 1_000_000
const MAX_DEPTH = 20
const MAX_PROBLEMS = 50
const tooDeep: RuleFileProblem = { line: 1, column: 1, value: '', reason: 'lists or maps are nested too deep' }

/** A rule list as YAML, ready to be read back by readRuleFile. Every scalar is text, so 0012 and 12.50 stay as they are. */
export function writeRuleFile(rules: readonly AllocationRule[]): string {
  const written = rules.map(({ id, name, enabled, validFrom, validTo, when, set, split }) => ({
    id,
    name,
    ...(enabled ? {} : { enabled: 'false' }),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(when.length > 0
      ? { when: when.map(({ field, op, values }) => ({ field, op, ...(values.length > 0 ? { values } : {}) })) }
      : {}),
    ...(set ? { set } : {}),
    ...(split ? { split } : {}),
  }))
  const document = new YamlDocument({ rules: written }, { schema: 'failsafe' })
  document.commentBefore =
    ' Allocation rules of GPU Ledger: of each team, project, model and environment the first rule decides.'
  return document.toString({ lineWidth: 120 })
}

/** Reads a rule file, or says everything that is wrong with it. Does not throw on any text. */
export function readRuleFile(text: string): { rules: AllocationRule[] } | { problems: RuleFileProblem[] } {
  const refused = unreadable(text)
  if (refused) return { problems: [refused] }
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  let document: Document.Parsed
  try {
    document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: true, prettyErrors: false })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { problems: [tooDeep] }
  }
  const bad = [...document.errors, ...document.warnings]
  if (bad.some(({ message }) => /call stack/i.test(message))) return { problems: [tooDeep] }
  if (bad.length > 0)
    return {
      problems: bad.slice(0, MAX_PROBLEMS).map(({ pos, message }) => ({
        ...at(pos[0]),
        value: lineOf(text, pos[0]),
        reason: yamlReason(message),
      })),
    }
  const odd = beyondPlain(document)
  if (odd) return { problems: [{ ...at(odd.offset), value: lineOf(text, odd.offset), reason: odd.reason }] }
  const content: unknown = document.toJS()
  if (!isMap(document.contents) || typeof content !== 'object' || content === null || !('rules' in content))
    return {
      problems: [{ line: 1, column: 1, value: lineOf(text, 0), reason: 'expected "rules:" and a list of rules' }],
    }
  const stray = Object.keys(content).find((key) => key !== 'rules')
  const parsed = stray
    ? {
        problems: [
          {
            atKey: true as const,
            path: [stray],
            message: `"${stray}" is not known here; the file has "rules" and nothing else`,
          },
        ],
      }
    : rulesFrom(content.rules)
  if ('rules' in parsed) return parsed
  return {
    problems: parsed.problems.slice(0, MAX_PROBLEMS).map(({ path, message, atKey }) => {
      const offset = offsetOf(document, path, atKey ?? false)
      return { ...at(offset), value: lineOf(text, offset), reason: message }
    }),
  }
}

function rulesFrom(given: unknown): { rules: AllocationRule[] } | { problems: RuleProblem[] } {
  const list = given === '' ? [] : given
  const parsed = parseRules(Array.isArray(list) ? list.map(withBoolean) : list)
  return 'rules' in parsed ? parsed : { problems: parsed.problems.map((p) => ({ ...p, path: ['rules', ...p.path] })) }
}

/** In a file all scalars are text; the one switch becomes what the schema expects. */
function withBoolean(rule: unknown): unknown {
  if (typeof rule !== 'object' || rule === null || !('enabled' in rule)) return rule
  const { enabled } = rule
  return { ...rule, enabled: enabled === 'true' ? true : enabled === 'false' ? false : enabled }
}

function unreadable(text: string): RuleFileProblem | null {
  if (text.length > MAX_RULE_FILE)
    return {
      line: 1,
      column: 1,
      value: '',
      reason: `the file has ${text.length} characters; the limit is ${MAX_RULE_FILE}`,
    }
  const nul = text.indexOf('\0')
  if (nul < 0) return null
  const before = text.slice(0, nul).split('\n')
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    value: '\\0',
    reason: 'a NUL character is no text',
  }
}

/** Aliases make a small file large, tags name types that rules do not have, depth is never needed: all are refused. */
function beyondPlain(document: Document.Parsed): { offset: number; reason: string } | null {
  let found: { offset: number; reason: string } | null = null
  visit(document, {
    Alias: (_key, node) => {
      found = { offset: node.range?.[0] ?? 0, reason: 'aliases (*name) are not read here; write the text out' }
      return visit.BREAK
    },
    Node: (_key, node, path) => {
      if (path.length > MAX_DEPTH) found = { offset: node.range?.[0] ?? 0, reason: 'nested too deep' }
      else if ('tag' in node && typeof node.tag === 'string' && !node.tag.startsWith('tag:yaml.org'))
        found = { offset: node.range?.[0] ?? 0, reason: `the type ${node.tag} is not read here` }
      return found ? visit.BREAK : undefined
    },
  })
  return found
}

/** Where a problem stands: the value itself, its key if it is not known, or the innermost thing around it that the file has. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[], atKey: boolean): number {
  let node: unknown = document.contents
  let offset = 0
  for (const [n, step] of path.entries()) {
    if (!isNode(node)) break
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      if (atKey && n === path.length - 1) break
      node = pair.value
    } else node = 'items' in node ? (node.items as unknown[])[Number(step)] : undefined
    offset = startOf(node) ?? offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? ((node as Node).range?.[0] ?? undefined) : undefined
}

/** The line that an offset is in, cut to what fits a message. */
function lineOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
  const end = text.indexOf('\n', start)
  return text
    .slice(start, end < 0 ? undefined : end)
    .trim()
    .slice(0, 80)
}

function yamlReason(message: string): string {
  const [first = message] = message.split('\n')
  return `not YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
}
