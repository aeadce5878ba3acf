import { AppError } from '@/lib/core/errors.ts'
import type { AllocationRule, RuleProblem } from './rule.ts'
import { parseRules } from './rule.ts'
import { readRuleFile } from './rule-yaml.ts'

const SAID = 5

/** A rule list that a page sent. Throws AppError unprocessable that names the rule, the part of it and the reason. */
export function checkedRules(given: unknown): AllocationRule[] {
  const parsed = parseRules(given)
  if ('rules' in parsed) return parsed.rules
  throw refusal(parsed.problems.map(said))
}

/** The rules of a YAML file. Throws AppError unprocessable that names line, column and reason of what is wrong. */
export function rulesOfFile(text: string): AllocationRule[] {
  const read = readRuleFile(text)
  if ('rules' in read) return read.rules
  throw refusal(read.problems.map(({ line, column, reason }) => `line ${line}, column ${column}: ${reason}`))
}

function refusal(problems: string[]): AppError {
  const more = problems.length > SAID ? [`and ${problems.length - SAID} more`] : []
  const text = [...problems.slice(0, SAID), ...more].join('; ')
  return new AppError('unprocessable', `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, { problems })
}

/** `[1, 'when', 0, 'values', 1]` as `rule 2, when 1, values 2`: people count from 1. */
function said({ path, message }: RuleProblem): string {
  const [rule, ...inner] = path
  if (typeof rule !== 'number') return message
  const place = inner.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text} ${step + 1}` : `${text}, ${step}`),
    `rule ${rule + 1}`,
  )
  return `${place}: ${message}`
}
