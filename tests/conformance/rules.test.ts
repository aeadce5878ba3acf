import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '@/lib/recommendations/index.ts'

const doc = readFileSync('docs/rules.md', 'utf8').replace(/ +/g, ' ')

test('every rule has a file and a section in docs/rules.md with its thresholds and defaults', () => {
  const files = readdirSync('lib/recommendations/rules').map((name) => name.replace(/\.ts$/, ''))
  for (const { id, number, title, parameters } of rules) {
    expect(files).toContain(id)
    expect(doc).toContain(`## ${number} ${title} (\`${id}\`)`)
    for (const { label, source } of parameters) {
      expect(doc).toContain(`| ${label}`)
      expect(doc).toContain(source)
    }
  }
})

test('ids are unique, all eighteen numbers are there, and defaults lie within their limits', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  const numbers = new Set(rules.map(({ number }) => number))
  expect([...Array(18).keys()].map((n) => `R${n + 1}`).filter((number) => !numbers.has(number))).toEqual([])
  for (const { parameters } of rules)
    for (const parameter of parameters) {
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.min)
      expect(parameter.default).toBeLessThanOrEqual(parameter.max)
    }
})
