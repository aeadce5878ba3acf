'use client'

import { useRouter } from 'next/navigation'
import { BucketTooltip } from '@/components/charts/bucket-tooltip.tsx'
import { MeasureBarsLazy } from '@/components/charts/measure-bars-lazy.tsx'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { monthsFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Amount, ChangeText } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { bucketPeriod, withPeriod } from '@/lib/core/filter-edit.ts'
import { formatCompactMoney, formatMoney } from '@/lib/core/format.ts'
import { formatMonth, formatPeriod } from '@/lib/core/format-date.ts'
import { add } from '@/lib/core/money.ts'
import type { PreparedChart } from '@/lib/core/series.ts'
import { bucketTotal, prepareSeries } from '@/lib/core/series.ts'
import type { SeriesRow } from '@/lib/spend/series.ts'

const HEIGHT = 216

/** Thirteen months in bars, the running one up to the data's last day, and their sum. */
export function MonthsSection({ filter, currency }: { filter: SpendFilter; currency: string }) {
  const range = usePageData()
  const asked = monthsFilter(filter, range.asOf)
  const result = useSpend('series', asked)
  const running = bucketPeriod(`${asked.period.to.slice(0, 7)}-01`, 'month', asked.period)
  const prepare = (cells: readonly SeriesRow[]) =>
    prepareSeries({
      cells,
      currency,
      range,
      period: asked.period,
      grain: 'month',
      dimension: 'team',
      measure: 'cost',
      ranked: [],
      slots: new Map(),
      top: 0,
    })
  return (
    <Section
      span={7}
      title="Months"
      note={`${currencyName(currency)}${running.from < running.to ? `; the last bar is ${formatPeriod(running, true)}` : ''}`}
    >
      <QueryPanel result={result} what="The months" skeleton={<BlockSkeleton height={HEIGHT} />}>
        {(cells) => <Months chart={prepare(cells)} filter={filter} period={asked.period} currency={currency} />}
      </QueryPanel>
    </Section>
  )
}

function Months(props: { chart: PreparedChart; filter: SpendFilter; period: SpendFilter['period']; currency: string }) {
  const { chart, currency } = props
  const router = useRouter()
  const amounts = chart.buckets.map((_, at) => bucketTotal(chart, at))
  const sum = amounts.reduce<string>((all, amount) => (amount === null ? all : add(all, amount)), '0')
  return (
    <>
      <MeasureBarsLazy
        title={`Spend by month, ${formatPeriod(props.period)}, ${currencyName(currency)}`}
        buckets={chart.buckets}
        values={chart.totals}
        grain="month"
        height={HEIGHT}
        formatTick={(value) => formatCompactMoney(value, currency)}
        hrefOf={(at) =>
          spendHref(
            withPeriod(props.filter, bucketPeriod(chart.buckets[at] ?? props.period.from, 'month', props.period)),
          )
        }
        onOpen={(href) => router.push(href)}
        tooltip={(at) => (
          <BucketTooltip
            title={formatMonth(chart.buckets[at] ?? props.period.from)}
            versus={null}
            lines={[]}
            rest={null}
            total={{
              value: <Amount value={amounts[at] ?? null} currency={currency} missing="no data" />,
              change: at > 0 && <ChangeText current={amounts[at] ?? null} previous={amounts[at - 1] ?? null} />,
            }}
          />
        )}
      />
      <p className="note">
        <b>
          {formatPeriod(props.period)}: {formatMoney(sum, currency)}
        </b>
      </p>
      <div className="sr">
        <table>
          <caption>Spend by month, {currencyName(currency)}</caption>
          <tbody>
            {chart.buckets.map((bucket, at) => (
              <tr key={bucket}>
                <th scope="row">{formatMonth(bucket)}</th>
                <td>{amounts[at] === null ? 'no data' : formatMoney(amounts[at] ?? '0', currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
