import { SplitBar } from '@/components/charts/share-bar.tsx'
import type { UsageTotals } from './usage-totals.ts'
import { hourStates } from './usage-totals.ts'

const grounds = { used: 'sx', 'held-idle': 'si', 'not-held': 'su', 'not-measured': 'sm' } as const

/** Hours billed as one bar: used, held idle, not held, not measured. The figures stand in the row beside it. */
export function StateBar({ totals, width }: { totals: UsageTotals; width?: number }) {
  const parts = hourStates.map((state) => ({ className: grounds[state], value: Number(totals[state].gpuHours ?? '0') }))
  return <SplitBar parts={parts} width={width} />
}
