'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { SpendChart } from '@/components/spend/spend-chart.tsx'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Section } from '@/components/ui/section.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'

const titles = { day: 'Daily', week: 'Weekly', month: 'Monthly', total: 'Total' } as const

/** Spend by team over the period; a bar opens in Spend. */
export function DailySection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const router = useRouter()
  const title = `${titles[spend.chart.grain]} spend by team`
  return (
    <Section
      span={8}
      title={title}
      note={
        spend.compared
          ? `${currencyName(spend.currency)}; line: ${formatPeriod(previousPeriod(filter.period), true)}`
          : currencyName(spend.currency)
      }
      actions={
        <Link className="link" prefetch={false} href={spendHref(filter)}>
          Open in Spend
        </Link>
      }
    >
      <SpendChart
        title={`${title}, ${formatPeriod(filter.period)}, ${currencyName(spend.currency)}`}
        filter={filter}
        chart={spend.chart}
        before={spend.before}
        measure="cost"
        currency={spend.currency}
        height={340}
        legend
        hrefOf={spendHref}
        onOpen={(href) => router.push(href)}
      />
    </Section>
  )
}
