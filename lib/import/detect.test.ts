import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detect } from '@/lib/import/detect.ts'
import type { BillingFormat } from '@/lib/import/format.ts'
import { makeHeader } from '@/lib/import/header.ts'
import { billingFormats } from '@/lib/import/index.ts'

function format(id: string, requires: string[][], more: Partial<BillingFormat> = {}): BillingFormat {
  const plan = () => {
    throw new Error('not planned here')
  }
  return { id, label: id.toUpperCase(), docs: '', requires, excludes: [], plan, ...more }
}

const a = format('a', [['Cost', 'Amount'], ['Day']])
const b = format('b', [['Cost'], ['Meter'], ['Unit']])

test('one claiming format is the answer', () => {
  expect(detect(makeHeader(['day', 'amount', 'anything']), [a, b])).toEqual({ format: a })
})

test('without a claim the nearest formats come with the columns they miss', () => {
  expect(detect(makeHeader(['Cost', 'Meter']), [a, b])).toEqual({
    problem: 'No format fits the columns. The nearest, B, also needs: Unit.',
    nearest: [
      { format: 'b', label: 'B', missing: ['Unit'] },
      { format: 'a', label: 'A', missing: ['Day'] },
    ],
  })
})

test('alternatives are named together', () => {
  const found = detect(makeHeader(['Day']), [a])
  expect('nearest' in found && found.nearest[0]?.missing).toEqual(['Cost or Amount'])
})

test('nothing in common gives no candidate', () => {
  expect(detect(makeHeader(['x', 'y']), [a, b])).toEqual({
    problem: 'The columns are those of no format known here.',
    nearest: [],
  })
})

test('two claims are no answer', () => {
  const found = detect(makeHeader(['Cost', 'Day', 'Meter', 'Unit']), [a, b])
  expect(found).toMatchObject({ problem: 'The columns fit more than one format: A and B.' })
})

test('an excluded column, a failed condition or no required columns is no claim', () => {
  const header = makeHeader(['Cost', 'Day'])
  const without = [
    format('c', [['Cost']], { excludes: ['Day'] }),
    format('d', [['Cost']], { matches: () => false }),
    format('e', []),
  ]
  expect('problem' in detect(header, without)).toBe(true)
  expect('problem' in detect(makeHeader([]), [format('e', [])])).toBe(true)
})

test('a header with any columns whatever is claimed by one format or none', () => {
  const names = [...new Set(billingFormats.flatMap(({ requires, excludes }) => [...requires.flat(), ...excludes]))]
  const distinct = names.filter(
    (name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at,
  )
  fc.assert(
    fc.property(fc.subarray(distinct), (columns) => {
      const header = makeHeader(columns)
      const found = detect(header, billingFormats)
      if ('format' in found) {
        expect(found.format.requires.filter((group) => !header.has(...group))).toEqual([])
        expect(header.has(...found.format.excludes)).toBe(false)
      } else expect(found.problem).not.toBe('')
    }),
  )
})
