'use client'

import { useSpend } from '@/components/query/use-spend.ts'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { gpuLines, gpuTotal } from '@/components/spend/gpu-lines.ts'
import { knownCost, knownPrevious, rateText, wholeCost } from '@/components/spend/known.ts'
import { totalsFilter } from '@/components/spend/queries.ts'
import { Amount, ChangeText, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatHours, formatMoney, formatPercent } from '@/lib/core/format.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { ratio } from '@/lib/core/money.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { PricingKind } from '@/lib/core/pricing.ts'

const names: Record<Exclude<PricingKind, 'other'>, string> = {
  'on-demand': 'On-demand',
  spot: 'Spot',
  committed: 'Committed',
}

/** GPU hours, their cost and rate, and the three ways they were bought as shares of the hours. */
export function Figures({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const rows = useSpend('gpu-classes', totalsFilter(filter)).data
  const { total, currency } = spend
  if (!total) return null
  const bought = gpuTotal(gpuLines(rows ?? [], currency)).hoursBy
  const before = formatPeriod(previousPeriod(filter.period), true)
  const cost = knownCost(total)
  const previous = spend.compared ? knownPrevious(total) : null
  const rate = rateText(wholeCost(total.gpuCost, total.missing), total.gpuHours)
  const previousRate = spend.compared
    ? rateText(wholeCost(total.previousGpuCost, total.previousMissing), total.previousGpuHours)
    : null
  return (
    <KpiStrip count={6} label="Key figures">
      <Kpi label="GPU hours" value={<Hours value={total.gpuHours} digits={0} missing="not stated" />}>
        <ChangeText
          current={total.gpuHours}
          previous={spend.compared ? (total.previousGpuHours ?? '0') : null}
          judged={false}
        />
        {spend.compared && total.previousGpuHours !== null && ` from ${formatHours(total.previousGpuHours, 0)}`}
      </Kpi>
      <Kpi label="GPU spend" value={<Amount value={cost} currency={currency} symbol />}>
        <ChangeText current={cost} previous={previous} />
        {previous !== null && ` from ${formatMoney(previous, currency)}`}
      </Kpi>
      <Kpi
        label="Cost per GPU-hour"
        value={
          <RateAmount
            value={rate}
            currency={currency}
            symbol
            missing={total.gpuHours === null ? 'no GPU hours' : 'unknown'}
          />
        }
      >
        {previousRate !== null && `${formatMoney(previousRate, currency)} in ${before}`}
      </Kpi>
      {(['on-demand', 'committed', 'spot'] as const).map((kind) => {
        const hours = bought[kind] ?? '0'
        const share = total.gpuHours === null ? null : ratio(hours, total.gpuHours)
        return (
          <Kpi key={kind} label={names[kind]} value={share === null ? <Missing /> : formatPercent(share)}>
            {formatHours(hours, 0)} GPU hours
          </Kpi>
        )
      })}
    </KpiStrip>
  )
}
