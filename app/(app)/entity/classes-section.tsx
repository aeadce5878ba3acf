'use client'

import { Section } from '@/components/ui/section.tsx'
import { ClassUseTable } from '@/components/usage/class-use-table.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { useClassPaint } from '../gpus/use-class-paint.ts'

/** The chart's hours over the whole period, by class. */
export function ClassesSection(props: { filter: SpendFilter; currency: string; states: readonly UsageSplitRow[] }) {
  const classes = [...new Set(props.states.flatMap((row) => (row.gpuClass === null ? [] : [row.gpuClass])))]
  const paint = useClassPaint(classes)
  return (
    <Section span={8} title="GPU classes" note="hours billed = used + held idle + not held + not measured">
      <ClassUseTable rows={props.states} currency={props.currency} filter={props.filter} paint={paint} />
    </Section>
  )
}
