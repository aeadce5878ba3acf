'use client'

import { useRouter } from 'next/navigation'
import { MeasureBarsLazy } from '@/components/charts/measure-bars-lazy.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatCompactMoney, formatMoney } from '@/lib/core/format.ts'
import { formatDay } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'
import type { FindingDetail } from '@/lib/recommendations/finding-detail.ts'

const HEIGHT = 200

/** Cost of the finding's resources by day. */
export function DailySection({ detail }: { detail: FindingDetail }) {
  const router = useRouter()
  const { daily, row } = detail
  const days = daily.costs.map((_, index) => addDays(daily.from, index))
  const meter = detail.body.evidence.find(({ link }) => link?.to === 'meter')?.link?.id
  const hrefOf = (at: number) => {
    const day = days[at] ?? daily.from
    return meter
      ? `/spend/meters/${meter}?from=${day}&to=${addDays(day, 1)}`
      : `/spend?from=${day}&to=${addDays(day, 1)}`
  }
  return (
    <Section
      span={7}
      title="Cost by day"
      note={`the resources of this finding${row.doneOn ? `, done on ${row.doneOn}` : ''}`}
    >
      <MeasureBarsLazy
        title="Cost by day"
        buckets={days}
        values={daily.costs}
        grain="day"
        height={HEIGHT}
        formatTick={(value) => formatCompactMoney(value, row.currency)}
        hrefOf={hrefOf}
        onOpen={(href) => router.push(href)}
        tooltip={(at) => (
          <>
            <b>{formatDay(days[at] ?? daily.from)}</b>
            <br />
            {formatMoney((daily.costs[at] ?? 0).toFixed(2), row.currency)}
          </>
        )}
      />
    </Section>
  )
}
