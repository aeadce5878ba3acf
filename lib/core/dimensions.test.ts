import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DimensionKey } from './dimensions.ts'
import { dimension, dimensions, valueLabel } from './dimensions.ts'

test('keys, labels and columns are unique, and a key is safe in a URL and in JSON', () => {
  for (const field of ['key', 'label', 'plural', 'column'] as const) {
    expect(new Set(dimensions.map((d) => d[field])).size).toBe(dimensions.length)
  }
  for (const { key } of dimensions) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('every column is one of spend_group, but for workloads, which are too many for it', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const model = /model SpendGroup \{[^}]+\}/.exec(schema)?.[0] ?? ''
  const columns = [...model.matchAll(/^\s+(\w+)\s+String\S*(?:.*@map\("(\w+)"\))?/gm)].map((m) => m[2] ?? m[1])
  for (const { key, column } of dimensions) if (key !== 'workload') expect(columns).toContain(column)
})

test.each([
  ['team', true],
  ['gpu-class', true],
  ['gpu_class', false],
  ['', false],
  ['constructor', false],
])('dimension(%j) exists: %s', (key, exists) => {
  expect(dimension(key) !== undefined).toBe(exists)
})

test.each([
  ['team', null, 'Unallocated'],
  ['gpu-class', null, 'No GPU'],
  ['gpu-class', 'unknown', 'Unknown GPU'],
  ['gpu-class', 'H100', 'H100'],
  ['team', 'unknown', 'unknown'],
  ['region', null, 'Not stated'],
  ['region', '', ''],
] as [DimensionKey, string | null, string][])('%s %j reads %j', (key, value, label) => {
  expect(valueLabel(key, value)).toBe(label)
})
