'use client'

import { useRouter } from 'next/navigation'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { SpendChart } from '@/components/spend/spend-chart.tsx'
import { spendHref } from '@/components/spend/spend-href.ts'
import { useGroupedSpend } from '@/components/spend/use-grouped-spend.ts'
import { Section } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'

const HEIGHT = 300

/** Cost over time by service: what there is to see where no GPU is. */
export function CostSection({ filter, span }: { filter: SpendFilter; span: 8 | 12 }) {
  const router = useRouter()
  const result = useGroupedSpend({ ...filter, group: 'service' }, 'cost')
  const before = result.data?.compared ? `; line: ${formatPeriod(previousPeriod(filter.period), true)}` : ''
  return (
    <Section span={span} title="Cost by service" note={`${result.data?.currency ?? ''}${before}`}>
      <QueryPanel result={result} what="The cost" skeleton={<BlockSkeleton height={HEIGHT} />}>
        {(spend) => (
          <SpendChart
            title={`Cost by service, ${formatPeriod(spend.filter.period)}, ${spend.currency}`}
            filter={spend.filter}
            chart={spend.chart}
            before={spend.before}
            measure="cost"
            currency={spend.currency}
            height={HEIGHT}
            legend
            hrefOf={spendHref}
            onOpen={(href) => router.push(href)}
          />
        )}
      </QueryPanel>
    </Section>
  )
}
