'use client'

import { useSearchParams } from 'next/navigation'
import { FindingFilterBar } from '@/components/recommendations/filter-bar.tsx'
import { filterOf, matching } from '@/components/recommendations/finding-filter.ts'
import { FindingsTable } from '@/components/recommendations/findings-table.tsx'
import { GradeKey } from '@/components/recommendations/grade-mark.tsx'
import { LeverTable } from '@/components/recommendations/lever-table.tsx'
import { MissingList } from '@/components/recommendations/missing-list.tsx'
import { RangeText } from '@/components/recommendations/money-text.tsx'
import { SignalsList } from '@/components/recommendations/signals-list.tsx'
import { sumFindings } from '@/components/recommendations/sum-findings.ts'
import type { FindingsAnswer } from '@/components/recommendations/use-findings.ts'
import { useFindings } from '@/components/recommendations/use-findings.ts'
import { verifiedByRule } from '@/components/recommendations/verified-by-rule.ts'
import { VerifiedTable } from '@/components/recommendations/verified-table.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { Amount } from '@/components/ui/amount.tsx'
import { ButtonLink, DownloadLink } from '@/components/ui/button.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'
import type { FindingList, FindingRow } from '@/lib/recommendations/read-findings.ts'

/** What could be saved, ranked, with the evidence that is missing and what became of what was done. */
export function RecommendationsView(props: {
  list: FindingList
  initial: FindingsAnswer
  done: FindingRow[]
  mayImport: boolean
  mayConfigure: boolean
}) {
  const result = useFindings(props.list, props.initial)
  const query = useSearchParams()
  const found = result.data ?? props.initial
  const rows = matching(found.rows, filterOf(query))
  const isToDo = props.list === 'to-do'
  const withMoney = rows.filter((row) => row.grade !== 'D')
  const signals = rows.filter((row) => row.grade === 'D')
  return (
    <>
      <PageHead
        title="Recommendations"
        fresh={<FreshText found={found} />}
        actions={
          <>
            {props.mayConfigure && (
              <ButtonLink href="/settings/recommendations" icon="settings" prefetch={false}>
                Thresholds
              </ButtonLink>
            )}
            <DownloadLink href={`/api/recommendations/csv?${query}`}>Export CSV</DownloadLink>
          </>
        }
      />
      <FindingFilterBar list={props.list} rows={found.rows} />
      <Grid>
        {isToDo && <Figures rows={rows} done={props.done} />}
        <Section title="Findings" note="the last 30 days as a month, the largest first" actions={<GradeKey />}>
          {rows.length === 0 ? (
            <Nothing list={props.list} any={found.rows.length > 0} refreshing={found.refreshing} />
          ) : (
            <FindingsTable rows={isToDo ? withMoney : rows} />
          )}
        </Section>
        {isToDo && rows.length > 0 && (
          <>
            <Section span={5} title="By lever">
              <LeverTable rows={withMoney} />
            </Section>
            <Section span={7} title="Verified" note="cost after, against the forecast without the change">
              <VerifiedTable rows={props.done} />
            </Section>
          </>
        )}
        {isToDo && signals.length > 0 && (
          <Section span={found.missing.length > 0 ? 5 : 12} title="Signals" note="no saving is claimed">
            <SignalsList rows={signals} />
          </Section>
        )}
        {isToDo && found.missing.length > 0 && (
          <Section
            span={signals.length > 0 ? 7 : 12}
            title="No claim without evidence"
            note="what to upload, and what it is about"
          >
            <MissingList missing={found.missing} mayImport={props.mayImport} />
          </Section>
        )}
        {props.list === 'done' && props.done.length > 0 && (
          <Section title="Verified" note="cost after, against the forecast without the change; amounts of 30 days">
            <VerifiedTable rows={found.rows} />
          </Section>
        )}
      </Grid>
    </>
  )
}

function FreshText({ found }: { found: FindingsAnswer }) {
  if (found.refreshing) return <span role="status">Working out newer findings</span>
  if (found.asOf === null) return null
  return <>Evidence {formatPeriod({ from: addDays(found.asOf, -30), to: found.asOf })}</>
}

function Figures({ rows, done }: { rows: readonly FindingRow[]; done: readonly FindingRow[] }) {
  const [main, ...others] = sumFindings(rows.filter((row) => row.grade !== 'D'))
  const planned = rows.filter(({ state }) => state === 'planned')
  const plannedSum = sumFindings(planned).find((total) => total.currency === main?.currency)
  const verified = verifiedByRule(done).filter(({ currency }) => currency === main?.currency)
  const sum = (read: (one: (typeof verified)[number]) => string) =>
    verified.reduce((total, one) => total + Number(read(one)), 0)
  if (!main) return null
  return (
    <KpiStrip count={4} label="Key figures">
      <Kpi
        label="Expected saving a month"
        value={<Amount value={main.counted.expected} currency={main.currency} symbol digits={0} />}
      >
        <RangeText range={main.counted} currency={main.currency} />
        {others.map((other) => (
          <span key={other.currency}>
            {' '}
            and <Amount value={other.counted.expected} currency={other.currency} symbol digits={0} />
          </span>
        ))}
      </Kpi>
      <Kpi
        label="Commitment that comes free"
        value={<Amount value={main.frees} currency={main.currency} symbol digits={0} />}
      >
        no cash until it is used or ends
      </Kpi>
      <Kpi label="Open" value={String(rows.length - planned.length)}>
        {planned.length} planned
        {plannedSum && (
          <>
            , <Amount value={plannedSum.counted.expected} currency={main.currency} symbol digits={0} />
          </>
        )}
      </Kpi>
      <Kpi
        label="Verified so far"
        value={
          verified.length === 0 ? (
            'none'
          ) : (
            <Amount value={sum(({ realised }) => realised).toFixed(2)} currency={main.currency} symbol digits={0} />
          )
        }
      >
        {verified.length === 0 ? (
          'nothing is done and 14 days old'
        ) : (
          <>
            of{' '}
            <Amount value={sum(({ predicted }) => predicted).toFixed(2)} currency={main.currency} symbol digits={0} />{' '}
            predicted
          </>
        )}
      </Kpi>
    </KpiStrip>
  )
}

function Nothing({ list, any, refreshing }: { list: FindingList; any: boolean; refreshing: boolean }) {
  if (refreshing)
    return (
      <EmptyState title="Working out findings">
        This takes a few seconds after bills, usage or rules have changed.
      </EmptyState>
    )
  if (any) return <EmptyState title="Nothing in this view">Other filters show more.</EmptyState>
  const titles: Record<FindingList, string> = {
    'to-do': 'Nothing to do',
    done: 'Nothing is marked done yet',
    dismissed: 'Nothing is dismissed',
    closed: 'Nothing has closed itself',
  }
  return (
    <EmptyState title={titles[list]}>
      {list === 'to-do' ? 'No rule finds a saving above the floor in the last 30 days.' : ''}
    </EmptyState>
  )
}
