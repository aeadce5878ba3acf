import type { Range } from '@/lib/recommendations/finding.ts'

const WIDTH = 72

/** Low to high as a line with the expected saving marked, on a scale from 0 to `most`. The numbers stand beside it. */
export function RangeMark({ range, most }: { range: Range; most: number }) {
  const at = (value: string) => 2 + (most > 0 ? (Math.max(0, Number(value)) / most) * (WIDTH - 4) : 0)
  const [low, middle, high] = [at(range.low), at(range.expected), at(range.high)]
  return (
    <svg width={WIDTH} height={10} viewBox={`0 0 ${WIDTH} 10`} aria-hidden="true">
      <line x1={1} x2={1} y1={1} y2={9} stroke="var(--line-strong)" />
      <line x1={low} x2={Math.max(high, low + 1)} y1={5} y2={5} stroke="var(--ink-3)" strokeWidth={2} />
      <line x1={middle} x2={middle} y1={1} y2={9} stroke="var(--ink)" strokeWidth={2} />
    </svg>
  )
}
