'use client'

import Link from 'next/link'
import { usePageData } from '@/components/filters/filter-context.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { Amount, ChangeText, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import type { UsageState } from '@/components/usage/usage-totals.ts'
import { rateOf, seen, shareOf, usageTotals, usefulRate } from '@/components/usage/usage-totals.ts'
import { formatHours, formatMoney, formatPercent } from '@/lib/core/format.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'

const names = {
  used: 'Used',
  'held-idle': 'Held idle',
  'not-held': 'Not held',
  'not-measured': 'Not measured',
} as const

/** GPU hours, what happened to them, and what an hour and a useful hour cost. */
export function Figures({ spend, states }: { spend: GroupedSpend; states: readonly UsageSplitRow[] }) {
  const { mayImport } = usePageData()
  const { total, currency } = spend
  if (!total) return null
  const use = usageTotals(states, currency)
  const measured = seen(use).gpuHours !== null
  const useful = usefulRate(use)
  const figure = (state: UsageState & keyof typeof names) => (
    <Kpi
      label={names[state]}
      value={<Share share={shareOf(use, state)} known={measured || state === 'not-measured'} />}
    >
      {use[state].gpuHours !== null && (
        <>
          {formatHours(use[state].gpuHours, 0)} h,{' '}
          <Amount value={use[state].cost} currency={currency} symbol digits={0} />
        </>
      )}
      {state === 'not-measured' && use[state].gpuHours !== null && mayImport && (
        <>
          <br />
          <Link className="link" prefetch={false} href="/imports">
            Upload GPU usage
          </Link>
        </>
      )}
    </Kpi>
  )
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
      {figure('used')}
      {figure('held-idle')}
      {figure('not-held')}
      {figure('not-measured')}
      <Kpi
        label="Cost per GPU-hour"
        value={
          <RateAmount
            value={rateOf(use.all)}
            currency={currency}
            symbol
            missing={use.all.gpuHours === null ? 'no GPU hours' : 'unknown'}
          />
        }
      >
        {useful === null ? (
          'per useful hour: not measured'
        ) : (
          <>
            <b>{formatMoney(useful, currency)}</b> per useful, where measured
          </>
        )}
      </Kpi>
    </KpiStrip>
  )
}

function Share({ share, known }: { share: number | null; known: boolean }) {
  return share === null || !known ? <Missing>not measured</Missing> : formatPercent(share)
}
