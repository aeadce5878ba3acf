import type { Claim, Grade } from './finding.ts'

/** Low, expected and high as parts of a whole, 0 to 1. */
export type Shares = { low: number; expected: number; high: number }

/** Of a benchmark that is carried over, what is planned with unless the rule says otherwise: the middle of its range. */
const BENCHMARK_EXPECTED = 0.75

/**
 * The range of a claim by its grade: A +-10%; B -30% / +10%; C half of the benchmark to all of it, never more; D nothing. Never more
 * than the whole cost.
 */
export function rangeOf(grade: Grade, { share, expected }: Pick<Claim, 'share' | 'expected'>): Shares {
  const at = (value: number) => Math.min(1, Math.max(0, value))
  switch (grade) {
    case 'A':
      return { low: at(share * 0.9), expected: at(share), high: at(share * 1.1) }
    case 'B':
      return { low: at(share * 0.7), expected: at(share), high: at(share * 1.1) }
    case 'C': {
      const planned = Math.min(share, Math.max(share / 2, expected ?? share * BENCHMARK_EXPECTED))
      return { low: at(share / 2), expected: at(planned), high: at(share) }
    }
    case 'D':
      return { low: 0, expected: 0, high: 0 }
  }
}

/** One grade lower; D stays D. */
export function gradeDown(grade: Grade): Grade {
  return grade === 'A' ? 'B' : grade === 'B' ? 'C' : 'D'
}
