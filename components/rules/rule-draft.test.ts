import { expect, test } from 'vitest'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { draftOf, emptyDraft, freeId, ruleOf } from './rule-draft.ts'

test('a rule is the same after the form had it', () => {
  const given: AllocationRule[] = [
    {
      id: 'a',
      name: 'A',
      enabled: false,
      validFrom: '2026-01',
      validTo: '2026-03',
      when: [
        { field: 'tag:owner', op: 'is', values: ['x, y', 'z'] },
        { field: 'region', op: 'absent', values: [] },
      ],
      set: { team: 'ml', environment: 'prod' },
    },
    {
      id: 'b',
      name: 'B',
      enabled: true,
      when: [],
      split: {
        by: 'percent',
        to: [
          { team: 'a', percent: '99.5' },
          { project: 'p', percent: '0.5' },
        ],
      },
    },
    { id: 'c', name: 'C', enabled: true, when: [], split: { by: 'even', to: [{ team: 'a' }] } },
  ]
  expect(given.map((rule) => ruleOf(draftOf(rule), []))).toEqual(given)
})

test('an id is made from the name and is free', () => {
  expect(freeId('GPU nodes: gpu-node-*', [])).toBe('gpu-nodes-gpu-node')
  expect(freeId('A', ['a', 'a-2'])).toBe('a-3')
  expect(freeId('***', [])).toBe('rule')
  expect(freeId('x'.repeat(200), []).length).toBeLessThan(64)
  expect(ruleOf({ ...emptyDraft(), name: ' A b ' }, ['a-b'])).toMatchObject({ id: 'a-b-2', name: 'A b' })
})
