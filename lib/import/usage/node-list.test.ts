import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandNodeList } from '@/lib/import/usage/node-list.ts'

test.each([
  ['node1', ['node1']],
  ['gpu[1-3]', ['gpu1', 'gpu2', 'gpu3']],
  ['gpu[001-003,007]-ib,login1', ['gpu001-ib', 'gpu002-ib', 'gpu003-ib', 'gpu007-ib', 'login1']],
  ['r[1-2]n[08-09]', ['r1n08', 'r1n09', 'r2n08', 'r2n09']],
  ['n[9-11]', ['n9', 'n10', 'n11']],
  ['n[098-101]', ['n098', 'n099', 'n100', 'n101']],
  [' a,b ', ['a', 'b']],
  ['', null],
  ['a,,b', null],
  ['n[1-', null],
  ['n]1[', null],
  ['n[]', null],
  ['n[2-1]', null],
  ['n[a-c]', null],
  ['n[[1]]', null],
  ['a b', null],
  ['n[1-100001]', null],
  ['n[1-1000][1-1000]', null],
] as const)('%j', (text, nodes) => {
  expect(expandNodeList(text)).toEqual(nodes)
})

test('any text gives nodes without brackets and blanks, or none: 5,000 random texts', () => {
  const piece = fc.constantFrom('n', '[', ']', ',', '-', '0', '1', '12', '[1-2]', '[01,3-4]', ' ', 'x.y')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      ),
      (text) => {
        const nodes = expandNodeList(text)
        if (nodes === null) return
        expect(nodes.length).toBeGreaterThan(0)
        for (const node of nodes) expect(node).toMatch(/^[^[\]\s]+$/)
      },
    ),
    { numRuns: 5000 },
  )
})

test('a range has every number from its first to its last, as wide as the first: 1,000 random ranges', () => {
  const range = fc.tuple(fc.nat(5000), fc.nat(300), fc.nat(6))
  fc.assert(
    fc.property(range, ([first, more, width]) => {
      const start = String(first).padStart(width, '0')
      const nodes = expandNodeList(`n[${start}-${first + more}]`) ?? []
      expect(nodes).toHaveLength(more + 1)
      expect(nodes[0]).toBe(`n${start}`)
      expect(nodes.map((node) => Number(node.slice(1)))).toEqual(Array.from({ length: more + 1 }, (_, i) => first + i))
    }),
    { numRuns: 1000 },
  )
})
