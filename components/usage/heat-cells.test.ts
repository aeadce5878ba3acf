import { expect, test } from 'vitest'
import { heatCells } from './heat-cells.ts'

const rows = [
  { weekday: 1, hour: 0, held: '10', measured: '10', utilisation: 0.01 },
  { weekday: 1, hour: 1, held: '5', measured: '5', utilisation: 1 },
  { weekday: 7, hour: 23, held: '1', measured: null, utilisation: null },
]

test('seven days of 24 hours; nothing held, held and not measured, and the steps between', () => {
  const cells = heatCells(rows, 'utilisation')
  expect(cells.map((day) => day.length)).toEqual(Array(7).fill(24))
  expect([cells[0]?.[0]?.step, cells[0]?.[1]?.step, cells[6]?.[23]?.step, cells[3]?.[3]?.step]).toEqual([
    1,
    5,
    'unknown',
    0,
  ])
  const hours = heatCells(rows, 'held')
  expect([hours[0]?.[0]?.step, hours[0]?.[1]?.step, hours[6]?.[23]?.step]).toEqual([5, 3, 1])
})
