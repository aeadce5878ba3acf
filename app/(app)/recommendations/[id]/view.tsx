'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useCallback, useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { AssumptionsForm } from '@/components/recommendations/assumptions-form.tsx'
import { FindingItem } from '@/components/recommendations/finding-item.tsx'
import { StateBadge } from '@/components/recommendations/findings-table.tsx'
import { GradeMark } from '@/components/recommendations/grade-mark.tsx'
import { RangeText } from '@/components/recommendations/money-text.tsx'
import { SavingCheckText } from '@/components/recommendations/saving-check-text.tsx'
import type { TriageKind } from '@/components/recommendations/triage-dialog.tsx'
import { TriageDialog } from '@/components/recommendations/triage-dialog.tsx'
import { REFRESHING_MS, useTriage } from '@/components/recommendations/use-findings.ts'
import { effortNames, gradeNames, leverNames } from '@/components/recommendations/words.ts'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { Amount } from '@/components/ui/amount.tsx'
import { Button } from '@/components/ui/button.tsx'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { formatDayShort } from '@/lib/core/format-date.ts'
import type { Finding } from '@/lib/recommendations/finding.ts'
import type { FindingDetail } from '@/lib/recommendations/finding-detail.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import type { Triage } from '@/lib/recommendations/triage.ts'
import { CalculationSection } from './calculation-section.tsx'
import { DailySection } from './daily-section.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { HistorySection } from './history-section.tsx'

type FindingAnswer = FindingDetail & { refreshing: boolean }

/** A finding: what is so, what it is worth and how that was worked out, what would make it wrong, and what to do. */
export function FindingView({
  initial,
  asOf,
  mayChange,
}: {
  initial: FindingAnswer
  asOf: string
  mayChange: boolean
}) {
  const { data } = useQuery({
    queryKey: ['recommendations', 'one', initial.row.id],
    queryFn: ({ signal }) => fetchJson<FindingAnswer>(`/api/recommendations/${initial.row.id}`, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.refreshing ? REFRESHING_MS : false),
  })
  const [asking, setAsking] = useState<TriageKind | null>(null)
  const [computed, setComputed] = useState<Finding | null | undefined>()
  const triage = useTriage()
  const { row, body } = data
  const keep = useCallback((found: Finding | null | undefined) => setComputed(found), [])
  const act = (change: Triage) => triage.mutate({ row, change }, { onSuccess: () => setAsking(null) })
  const saving = computed?.saving ?? row.saving
  const calculation = computed?.calculation ?? body.calculation
  return (
    <>
      <PageHead
        crumbs={
          <Crumbs>
            <Link href="/recommendations">Recommendations</Link>
            <span>
              {row.number} {row.title}
            </span>
          </Crumbs>
        }
        title={row.subject.name}
        actions={
          <>
            <CopyLink />
            {mayChange && <Actions row={row} onAsk={setAsking} onReopen={() => act({ action: 'reopen' })} />}
          </>
        }
      />
      <Grid>
        <p className="col-12 statement">
          <StateBadge row={row} /> {computed?.sentence ?? row.sentence}
        </p>
        <KpiStrip count={5} label="Key figures">
          <Kpi
            label="Expected saving a month"
            value={
              row.grade === 'D' ? (
                'none claimed'
              ) : (
                <Amount value={saving.expected} currency={row.currency} symbol digits={0} />
              )
            }
          >
            {row.grade !== 'D' && <RangeText range={saving} currency={row.currency} />}
          </Kpi>
          <Kpi label="Confidence" value={<GradeMark grade={row.grade} />}>
            {gradeNames[row.grade]}: {body.gradeReason}
          </Kpi>
          <Kpi
            label={row.size ? 'Is about' : 'Cost observed, 30 days'}
            value={
              <Amount
                value={row.size?.amount ?? body.cost}
                currency={row.size?.currency ?? row.currency}
                symbol
                digits={0}
              />
            }
          >
            {Number(row.frees) > 0 ? (
              <>
                frees <Amount value={row.frees} currency={row.currency} symbol digits={0} /> of commitment
              </>
            ) : (
              'a saving never exceeds it'
            )}
          </Kpi>
          <Kpi label="Effort" value={effortNames[row.effort]}>
            {leverNames[row.lever]}
          </Kpi>
          <Kpi
            label="Pays back"
            value={
              row.paybackDays === null ? 'no saving' : row.paybackDays === 0 ? 'at once' : `${row.paybackDays} days`
            }
          >
            one-time cost <Amount value={body.oneTimeCost} currency={row.currency} symbol digits={0} />
          </Kpi>
        </KpiStrip>
        {row.state === 'done' && (
          <Section title="Predicted and realised" note="amounts of 30 days; what would have been is a forecast">
            <SavingCheckText detail={data} />
          </Section>
        )}
        {(row.state === 'closed' || row.state === 'dismissed') && (
          <Section title={row.state === 'closed' ? 'Closed itself' : 'Dismissed'}>
            <p className="note">
              {data.closedReason ?? data.dismissedReason}
              {data.dismissedUntil && ` Until ${formatDayShort(data.dismissedUntil)}.`}
            </p>
          </Section>
        )}
        <CalculationSection lines={calculation} span={data.assumptions.length > 0 ? 8 : 12} />
        {data.assumptions.length > 0 && (
          <Section span={4} title="Assumptions" note="change one, everything recomputes">
            <AssumptionsForm
              detail={data}
              mayChange={mayChange}
              onComputed={keep}
              onKeep={(values) => act({ action: 'assume', values })}
            />
          </Section>
        )}
        {data.daily.costs.length > 0 && <DailySection detail={data} />}
        <Section span={data.daily.costs.length > 0 ? 5 : 12} title="Do this">
          <ol className="steps">
            {body.actions.map((action) => (
              <li key={action}>
                <span>{action}</span>
              </li>
            ))}
          </ol>
        </Section>
        <EvidenceSection rows={body.evidence} asOf={asOf} />
        <Section span={4} title="What would make it wrong">
          <ul className="bullets">
            {body.risks.map((risk) => (
              <li key={risk}>{risk}</li>
            ))}
          </ul>
        </Section>
        <Section span={4} title="Related" note="on the same resources">
          <Related detail={data} />
        </Section>
        <HistorySection events={data.events} />
      </Grid>
      {asking && (
        <TriageDialog
          kind={asking}
          row={row}
          today={asOf}
          busy={triage.isPending}
          error={triage.error?.message}
          onClose={() => setAsking(null)}
          onDo={act}
        />
      )}
    </>
  )
}

function Actions(props: { row: FindingRow; onAsk: (kind: TriageKind) => void; onReopen: () => void }) {
  const { state } = props.row
  if (state === 'done' || state === 'dismissed') return <Button onClick={props.onReopen}>Open again</Button>
  if (state === 'closed') return null
  return (
    <>
      <Button onClick={() => props.onAsk('dismiss')}>Dismiss</Button>
      <Button onClick={() => props.onAsk('plan')}>{state === 'planned' ? 'Change plan' : 'Plan'}</Button>
      <Button look="solid" onClick={() => props.onAsk('done')}>
        Mark done
      </Button>
    </>
  )
}

const relations: Record<FindingDetail['related'][number]['how'], string> = {
  replaces: 'not added: this one saves more of the same',
  'replaced by': 'takes the place of this one',
  'same resource': 'counted after the one that comes first',
}

function Related({ detail }: { detail: FindingDetail }) {
  if (detail.related.length === 0) return <p className="note">Nothing else is found on these resources.</p>
  return (
    <ul className="list">
      {detail.related.map(({ row, how }) => (
        <FindingItem
          key={row.id}
          row={row}
          note={relations[how]}
          amount={
            <span className="ink3">
              <Amount value={row.saving.expected} currency={row.currency} symbol digits={0} />
            </span>
          }
        />
      ))}
    </ul>
  )
}
