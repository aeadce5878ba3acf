'use client'

import { ValueLink } from '@/components/allocation/value-link.tsx'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { listFilter } from '@/components/spend/queries.ts'
import { Amount, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { UsageMissing } from '@/components/usage/usage-missing.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCompact, formatFull } from '@/lib/core/format.ts'
import type { TokenCostRow } from '@/lib/spend/token-cost.ts'

/** What a million tokens of each model cost, and which models nobody counts. */
export function TokensSection({ filter, currency }: { filter: SpendFilter; currency: string }) {
  const { mayImport } = usePageData()
  const result = useSpend('token-cost', { ...listFilter(filter), group: 'model' })
  return (
    <Section id="tokens" title="Tokens" note="all cost of a model / its tokens, idle time included">
      <QueryPanel result={result} what="The tokens" skeleton={<TableSkeleton rows={8} />}>
        {(rows) =>
          rows.some((row) => row.tokensIn !== null || row.tokensOut !== null) ? (
            <TokensTable
              rows={rows.filter((row) => row.currency === currency || row.currency === null)}
              filter={filter}
              currency={currency}
            />
          ) : (
            <UsageMissing
              title="No tokens are counted in these days"
              shows="This would show what a million tokens of each model cost."
              mayImport={mayImport}
            />
          )
        }
      </QueryPanel>
    </Section>
  )
}

function TokensTable(props: { rows: readonly TokenCostRow[]; filter: SpendFilter; currency: string }) {
  const { currency } = props
  return (
    <TableFrame label="Tokens">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" className="n">
              Cost, {currencyName(currency)}
            </th>
            <th scope="col" className="n hn">
              GPU hours
            </th>
            <th scope="col" className="n">
              Tokens in
            </th>
            <th scope="col" className="n">
              Tokens out
            </th>
            <th scope="col" className="n hn">
              Requests
            </th>
            <th scope="col" className="n">
              {currencyName(currency)}/1M tokens
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <td>
                <ValueLink className="med" dimension="model" value={row.key} filter={props.filter}>
                  {row.key}
                </ValueLink>
              </td>
              <td className="n">
                <Amount
                  value={row.cost}
                  currency={currency}
                  missing={row.currency === null ? 'no bill' : 'not stated'}
                />
              </td>
              <td className="n hn">
                <Hours value={row.gpuHours} missing="–" />
              </td>
              <td className="n">
                <Count value={row.tokensIn} />
              </td>
              <td className="n">
                <Count value={row.tokensOut} />
              </td>
              <td className="n hn">
                <Count value={row.requests} />
              </td>
              <td className="n">
                <RateAmount value={row.costPerMillion} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Count({ value }: { value: string | null }) {
  if (value === null) return <Missing>not counted</Missing>
  return <span title={formatFull(value)}>{formatCompact(Number(value))}</span>
}
