'use client'

import { rateText } from '@/components/spend/known.ts'
import { Amount, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import { shortInstant } from '@/components/usage/workload-href.ts'
import { formatCompact, formatCount, formatPercent } from '@/lib/core/format.ts'
import type { WorkloadDayRow } from '@/lib/spend/workload-days.ts'
import { utilisationOf, workloadSums } from './workload-sums.ts'

/** Cost, hours, utilisation, when and who. */
export function WorkloadFigures({ rows, currency }: { rows: readonly WorkloadDayRow[]; currency: string }) {
  const [all] = workloadSums(rows, currency, 'all')
  if (!all) return null
  const utilisation = utilisationOf(all)
  const people = [...new Set(rows.flatMap((row) => row.people))]
  const states = [...new Set(rows.flatMap((row) => row.states))]
  return (
    <KpiStrip count={6} label="Key figures">
      <Kpi label="Cost" value={<Amount value={all.cost} currency={currency} symbol missing="no bill" />}>
        {all.cost === null && 'no bill names its machines'}
      </Kpi>
      <Kpi label="GPU hours" value={<Hours value={all.gpuHours ?? all.held} missing="none" />}>
        {all.gpuHours !== null && all.held !== null && `${formatCompact(Number(all.held))} held by the telemetry`}
      </Kpi>
      <Kpi
        label="Utilisation"
        value={utilisation === null ? <Missing>not measured</Missing> : formatPercent(utilisation, 0)}
      >
        {all.gpuHoursIdle !== null && `${formatCompact(Number(all.gpuHoursIdle))} GPU hours held idle`}
      </Kpi>
      <Kpi
        label="Cost per GPU-hour"
        value={<RateAmount value={rateText(all.cost, all.gpuHours)} currency={currency} symbol missing="unknown" />}
      >
        {all.tokens !== null && `${formatCompact(Number(all.tokens))} tokens`}
      </Kpi>
      <Kpi label="Machines" value={formatCount(all.machines.size)}>
        on {formatCount(all.days.size)} {all.days.size === 1 ? 'day' : 'days'}
      </Kpi>
      <Kpi
        label="Who"
        value={people.length > 1 ? `${people.length} people` : (people[0] ?? <Missing>not stated</Missing>)}
      >
        {all.firstStart && all.lastEnd && `${shortInstant(all.firstStart)} to ${shortInstant(all.lastEnd)}`}
        {states.length > 0 && `, ${states.join(', ').toLowerCase()}`}
      </Kpi>
    </KpiStrip>
  )
}
