import { Amount } from '@/components/ui/amount.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { formatPeriod } from '@/lib/core/format-date.ts'
import type { FindingDetail } from '@/lib/recommendations/finding-detail.ts'
import { verdictNames } from './words.ts'

/** What was promised, what would have been spent, and what was. */
export function SavingCheckText({ detail }: { detail: FindingDetail }) {
  const { row, promise } = detail
  const check = row.realised
  const money = (value: string) => <Amount value={value} currency={row.currency} symbol digits={0} />
  if (!check)
    return <p className="note">The bills since {row.doneOn} are compared when recommendations are next worked out.</p>
  const early = check.verdict === 'too early' || check.verdict === 'no history'
  return (
    <DescriptionList
      items={[
        {
          key: 'verdict',
          name: 'Verdict',
          value: (
            <Badge tone={check.verdict === 'saved' ? 'pos' : check.verdict === 'not seen' ? 'neg' : 'warn'}>
              {verdictNames[check.verdict]}
            </Badge>
          ),
        },
        {
          key: 'days',
          name: 'Days compared',
          value: check.days > 0 ? `${check.days}, ${formatPeriod({ from: check.from, to: check.to })}` : `0 of 14`,
        },
        { key: 'predicted', name: 'Predicted', value: money(check.predicted) },
        ...(early
          ? []
          : [
              {
                key: 'realised',
                name: 'Realised',
                value: (
                  <>
                    {money(check.realised)}, {money(check.realisedLow)} to {money(check.realisedHigh)}
                  </>
                ),
              },
              {
                key: 'expected',
                name: 'Without the change',
                value: (
                  <>
                    {money(check.expected)}, {money(check.expectedLow)} to {money(check.expectedHigh)} (80% interval)
                  </>
                ),
              },
              { key: 'actual', name: 'Billed', value: money(check.actual) },
            ]),
        {
          key: 'on',
          name: 'Measured on',
          value:
            promise?.measured.by === 'project'
              ? `GPU cost of ${promise.measured.project}`
              : 'the resources of this finding',
        },
      ]}
    />
  )
}
