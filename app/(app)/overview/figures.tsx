'use client'

import Link from 'next/link'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { knownCost, knownPrevious, rateText, wholeCost } from '@/components/spend/known.ts'
import { lastMonthFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Amount, ChangeText, Difference, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import { formatMoney, formatPercent } from '@/lib/core/format.ts'
import { formatMonth, formatPeriod } from '@/lib/core/format-date.ts'
import { ratio } from '@/lib/core/money.ts'
import { previousPeriod } from '@/lib/core/period.ts'

/** The key figures of the period, each beside the period before, and the last whole month. */
export function Figures({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const { asOf } = usePageData()
  const monthFilter = lastMonthFilter(filter, asOf)
  const month = useSpend('totals', monthFilter).data?.find((row) => row.currency === spend.currency)
  const { currency, total } = spend
  if (!total) return null
  const before = formatPeriod(previousPeriod(filter.period), true)
  const cost = knownCost(total)
  const previous = spend.compared ? knownPrevious(total) : null
  const rate = rateText(wholeCost(total.gpuCost, total.missing), total.gpuHours)
  const previousRate = spend.compared
    ? rateText(wholeCost(total.previousGpuCost, total.previousMissing), total.previousGpuHours)
    : null
  const share = (part: string | null) => (part === null || cost === null ? null : ratio(part, cost))
  const unallocated = share(total.unallocatedCost ?? (cost === null ? null : '0'))
  const gpuShare = share(total.gpuCost)
  return (
    <KpiStrip count={6} label="Key figures">
      <Kpi
        label={`Spend, ${formatPeriod(filter.period, true)}`}
        value={<Amount value={cost} currency={currency} symbol />}
      >
        {previous === null ? (
          spend.compared && <Missing>nothing known before</Missing>
        ) : (
          <>
            <ChangeText current={cost} previous={previous} />, <Difference current={cost} previous={previous} />
            <br />
            {before} <Amount value={previous} currency={currency} />
          </>
        )}
      </Kpi>
      <Kpi
        label={formatMonth(monthFilter.period.from)}
        value={<Amount value={month ? knownCost(month) : null} currency={currency} symbol missing="no charges" />}
      >
        {month && (
          <>
            <ChangeText current={knownCost(month)} previous={knownPrevious(month)} />
            {' against '}
            {formatPeriod(previousPeriod(monthFilter.period), true)}
            <br />
            the last whole month
          </>
        )}
      </Kpi>
      <Kpi label="GPU spend" value={<Amount value={total.gpuCost} currency={currency} symbol missing="none" />}>
        {gpuShare !== null && `${formatPercent(gpuShare)} of spend`}
        <br />
        <ChangeText current={total.gpuCost} previous={spend.compared ? (total.previousGpuCost ?? '0') : null} />
      </Kpi>
      <Kpi label="GPU hours" value={<Hours value={total.gpuHours} digits={0} missing="none" />}>
        <ChangeText
          current={total.gpuHours}
          previous={spend.compared ? (total.previousGpuHours ?? '0') : null}
          judged={false}
        />
        <br />
        {spend.compared && total.previousGpuHours !== null && (
          <>
            {before} <Hours value={total.previousGpuHours} digits={0} />
          </>
        )}
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
      <Kpi label="Unallocated" value={unallocated === null ? <Missing /> : formatPercent(unallocated)}>
        <Amount value={total.unallocatedCost ?? '0'} currency={currency} symbol digits={0} />
        {spend.compared && total.previousUnallocatedCost !== null && (
          <>
            , was <Amount value={total.previousUnallocatedCost} currency={currency} symbol digits={0} />
          </>
        )}
        <br />
        <Link className="link" prefetch={false} href={spendHref({ ...narrow(filter, 'team', null), group: 'service' })}>
          What has no team
        </Link>
      </Kpi>
    </KpiStrip>
  )
}
