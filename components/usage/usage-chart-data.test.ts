import { expect, test } from 'vitest'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { prepareUsage, topClasses, usagePaint } from './usage-chart-data.ts'

const row = (usageState: string, gpuClass: string | null, day: number, gpuHours: string | null): UsageSplitRow => ({
  usageState,
  gpuClass,
  gpuHours,
  cost: '1',
  bucket: `2026-09-0${day}`,
  currency: 'USD',
  charges: 1,
  missing: 0,
})
const rows = [
  row('used', 'H100', 1, '60'),
  row('used', 'L4', 1, '10'),
  row('used', 'unknown', 2, '5'),
  row('held-idle', 'H100', 1, '20'),
  row('held-idle', 'L4', 1, '2'),
  row('not-measured', 'L4', 2, '7'),
  row('unused', null, 2, null),
]
const slots = new Map([
  ['H100', 2],
  ['L4', 1],
])
const input = {
  rows,
  slots,
  currency: 'USD',
  period: { from: '2026-09-01', to: '2026-09-03' },
  grain: 'day' as const,
  range: { firstDay: '2026-09-01', asOf: '2026-09-03' },
}
const shown = (stack: 'use-by-class' | 'use' | 'class', measure: 'gpuHours' | 'cost' = 'gpuHours') =>
  prepareUsage({ ...input, stack, measure }).series.map((s) => [s.label, ...s.amounts])

test('used hours by class from the bottom, then held idle and what was not measured; nothing without hours', () => {
  expect(shown('use-by-class')).toEqual([
    ['L4 used', '10', null],
    ['H100 used', '60', null],
    ['Other classes used', null, '5'],
    ['Held idle', '22', null],
    ['Not measured', null, '7'],
  ])
  expect(shown('use').map(([label]) => label)).toEqual(['Used', 'Held idle', 'Not measured'])
})

test('classes alone hold all their hours', () => {
  expect(shown('class')).toEqual([
    ['L4', '12', '7'],
    ['H100', '80', null],
    ['Other classes', null, '5'],
  ])
})

test('the cost of unused commitments is on top', () => {
  expect(shown('use', 'cost').at(-1)).toEqual(['Unused commitment', null, '1'])
})

test('a class has its colour, a state its hatch; the unknown class has no place among the top', () => {
  const { series } = prepareUsage({ ...input, stack: 'use-by-class', measure: 'gpuHours' })
  expect(series.map((s) => usagePaint(s, slots).fill)).toEqual([
    'var(--chart-1)',
    'var(--chart-2)',
    'var(--chart-others)',
    'url(#h-idle)',
    'var(--surface)',
  ])
  expect(topClasses(rows, 'gpuHours')).toEqual(['H100', 'L4'])
})
