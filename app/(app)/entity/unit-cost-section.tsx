'use client'

import { BucketTooltip } from '@/components/charts/bucket-tooltip.tsx'
import { paintOfState } from '@/components/charts/paint.ts'
import { RateLinesLazy } from '@/components/charts/rate-lines-lazy.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { ungroupedSeries } from '@/components/spend/queries.ts'
import { RateAmount } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { CoverageBadges } from '@/components/usage/coverage-badges.tsx'
import { addKnown } from '@/components/usage/usage-totals.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCompact, formatCompactMoney, formatMoney } from '@/lib/core/format.ts'
import { formatBucket, formatPeriod } from '@/lib/core/format-date.ts'
import { compare, ratio } from '@/lib/core/money.ts'
import { buckets } from '@/lib/core/period.ts'
import type { UnitCostRow } from '@/lib/spend/unit-cost.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { hourRates } from './hour-rates.ts'

const HEIGHT = 300

type Line = { id: string; label: string; color: string; texts: (string | null)[] }

/** What one unit of work cost over time: a million tokens where tokens are known, else a GPU hour, useful or not. */
export function UnitCostSection(props: { filter: SpendFilter; currency: string; states: readonly UsageSplitRow[] }) {
  const { filter, currency } = props
  const asked = ungroupedSeries(filter)
  const result = useSpend('unit-cost', asked)
  const own = (result.data ?? []).filter((row) => row.currency === currency)
  const known = own.some((row) => row.costPerMillion !== null)
  const whole = wholeUnitCost(own)
  return (
    <Section
      span={4}
      actions={<CoverageBadges filter={filter} currency={currency} kinds={['tokens']} />}
      title={known ? 'Cost per 1M tokens' : 'Cost per GPU-hour'}
      note={
        whole === null
          ? currency
          : `${formatMoney(whole.perMillion, currency)} over ${formatCompact(Number(whole.tokensIn))} in, ${formatCompact(Number(whole.tokensOut))} out`
      }
    >
      <QueryPanel result={result} what="The unit cost" skeleton={<BlockSkeleton height={HEIGHT} />}>
        {(rows) => (
          <Lines
            title={`${known ? 'Cost per million tokens' : 'Cost per GPU-hour'}, ${formatPeriod(filter.period)}, ${currency}`}
            filter={asked}
            currency={currency}
            lines={known ? tokenLines(rows, asked, currency) : hourLines(props.states, asked, currency)}
          />
        )}
      </QueryPanel>
    </Section>
  )
}

function tokenLines(rows: readonly UnitCostRow[], filter: SpendFilter, currency: string): Line[] {
  const texts = buckets(filter.period, filter.grain).map(
    (bucket) => rows.find((row) => row.bucket === bucket && row.currency === currency)?.costPerMillion ?? null,
  )
  return [{ id: 'tokens', label: '1M tokens', color: 'var(--chart-measure)', texts }]
}

function hourLines(states: readonly UsageSplitRow[], filter: SpendFilter, currency: string): Line[] {
  const { rate, useful } = hourRates(states, buckets(filter.period, filter.grain), currency)
  const all = [
    { id: 'rate', label: 'GPU-hour', color: 'var(--chart-others)', texts: rate },
    { id: 'useful', label: 'useful', color: 'var(--chart-measure)', texts: useful },
  ]
  return all.filter(({ texts }) => texts.some((text) => text !== null))
}

/** Cost per million tokens over the buckets that have both; null where none has. */
function wholeUnitCost(rows: readonly UnitCostRow[]) {
  let cost: string | null = null
  let tokensIn: string | null = null
  let tokensOut: string | null = null
  for (const row of rows) {
    if (row.costPerMillion === null) continue
    cost = addKnown(cost, row.cost)
    tokensIn = addKnown(tokensIn, row.tokensIn)
    tokensOut = addKnown(tokensOut, row.tokensOut)
  }
  const tokens = addKnown(tokensIn, tokensOut)
  if (cost === null || tokens === null || compare(tokens, '0') === 0) return null
  const one = ratio(cost, tokens)
  if (one === null) return null
  return { perMillion: (one * 1e6).toFixed(6), tokensIn: tokensIn ?? '0', tokensOut: tokensOut ?? '0' }
}

function Lines(props: { title: string; filter: SpendFilter; currency: string; lines: readonly Line[] }) {
  const { filter, currency, lines } = props
  const days = buckets(filter.period, filter.grain)
  return (
    <>
      <RateLinesLazy
        title={props.title}
        buckets={days}
        grain={filter.grain}
        height={HEIGHT}
        formatTick={(value) => formatCompactMoney(value, currency)}
        lines={lines.map(({ texts, ...line }) => ({
          ...line,
          values: texts.map((text) => (text === null ? null : Number(text))),
        }))}
        tooltip={(at) => (
          <BucketTooltip
            title={formatBucket(days[at] ?? filter.period.from, filter.grain)}
            versus={currency}
            lines={lines
              .filter(({ texts }) => texts[at] != null)
              .map(({ id, label, color, texts }) => ({
                id,
                label,
                paint: { ...paintOfState('used'), fill: color },
                value: <RateAmount value={texts[at] ?? null} currency={currency} />,
                change: null,
              }))}
            rest={null}
            total={null}
            note={lines.every(({ texts }) => texts[at] == null) ? 'Not known for these days.' : undefined}
          />
        )}
      />
      <div className="sr">
        <table>
          <caption>{props.title}</caption>
          <tbody>
            {days.map((day, at) => (
              <tr key={day}>
                <th scope="row">{formatBucket(day, filter.grain)}</th>
                {lines.map(({ id, texts }) => (
                  <td key={id}>{texts[at] == null ? 'unknown' : formatMoney(texts[at] ?? '0', currency)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
