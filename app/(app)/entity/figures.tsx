'use client'

import { useCompared } from '@/components/filters/filter-context.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { knownCost, knownPrevious } from '@/components/spend/known.ts'
import { Amount, ChangeText, Difference, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import { idleSum, rateOf, seen, shareOf, usageTotals, usefulRate } from '@/components/usage/usage-totals.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatHours, formatMoney, formatPercent } from '@/lib/core/format.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { ratio } from '@/lib/core/money.ts'
import type { TotalsRow } from '@/lib/spend/totals.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { wholeFilter } from './asks.ts'

/** Cost, hours, how much of them worked, and what a useful hour costs. */
export function Figures(props: {
  filter: SpendFilter
  currency: string
  states: readonly UsageSplitRow[]
  total: TotalsRow
}) {
  const { filter, currency, total } = props
  const compared = useCompared(filter)
  const telemetry = useSpend('utilisation', wholeFilter(filter)).data?.[0]
  const use = usageTotals(props.states, currency)
  const idle = idleSum(use)
  const measured = seen(use).gpuHours !== null
  const none = total.gpuHours === null ? 'no GPUs' : 'not measured'
  const cost = knownCost(total)
  const previous = compared ? knownPrevious(total) : null
  const rate = rateOf(use.all)
  const used = shareOf(use, 'used')
  const percent = (state: 'held-idle' | 'not-held' | 'not-measured') => formatPercent(shareOf(use, state) ?? 0, 0)
  return (
    <KpiStrip count={6} label="Key figures">
      <Kpi
        label={`Cost, ${formatPeriod(filter.period, true)}`}
        value={<Amount value={cost} currency={currency} symbol />}
      >
        {previous === null ? (
          compared && <Missing>nothing known before</Missing>
        ) : (
          <>
            <ChangeText current={cost} previous={previous} />, <Difference current={cost} previous={previous} />
          </>
        )}
      </Kpi>
      <Kpi label="GPU hours" value={<Hours value={total.gpuHours} digits={0} missing="none" />}>
        {compared && (
          <>
            <ChangeText current={total.gpuHours} previous={total.previousGpuHours ?? '0'} judged={false} />
            {total.previousGpuHours !== null && ` from ${formatHours(total.previousGpuHours, 0)}`}
          </>
        )}
      </Kpi>
      <Kpi label="Used" value={used === null || !measured ? <Missing>{none}</Missing> : formatPercent(used, 0)}>
        {measured && `held idle ${percent('held-idle')}, not held ${percent('not-held')}`}
        {measured && use['not-measured'].gpuHours !== null && `, not measured ${percent('not-measured')}`}
      </Kpi>
      <Kpi
        label="Utilisation"
        value={telemetry?.utilisation == null ? <Missing>{none}</Missing> : formatPercent(telemetry.utilisation, 0)}
      >
        {total.gpuHours !== null && <Measured held={telemetry?.held ?? null} measured={telemetry?.measured ?? null} />}
      </Kpi>
      <Kpi
        label="Cost per useful GPU-hour"
        value={<RateAmount value={usefulRate(use)} currency={currency} symbol missing={measured ? 'unknown' : none} />}
      >
        {rate !== null && `${formatMoney(rate, currency)} per GPU-hour`}
      </Kpi>
      <Kpi
        label="Idle cost"
        value={measured ? <Amount value={knownCost(idle)} currency={currency} symbol /> : <Missing>{none}</Missing>}
      >
        {measured && idle.gpuHours !== null && `${formatHours(idle.gpuHours, 0)} GPU hours held idle or not held`}
      </Kpi>
    </KpiStrip>
  )
}

/** How much of the hours held the average is about. */
function Measured({ held, measured }: { held: string | null; measured: string | null }) {
  if (held === null) return <>no telemetry names it</>
  const share = ratio(measured ?? '0', held)
  return <>of the {share === null ? 'none' : formatPercent(share, 0)} of held hours that were measured</>
}
