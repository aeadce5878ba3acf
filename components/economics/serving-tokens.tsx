'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Sparkline } from '@/components/charts/sparkline.tsx'
import { Amount, Missing } from '@/components/ui/amount.tsx'
import { Select } from '@/components/ui/field.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import { formatCompact, formatMoney } from '@/lib/core/format.ts'
import { apiCost } from '@/lib/economics/break-even.ts'

export type ServedTokens = {
  model: string
  tokensIn: number
  tokensOut: number
  /** One for each currency that it is billed in: the cost of the same tokens is their sum, which is never one number. */
  costs: readonly {
    currency: string
    cost: string
    /** Cost of a million tokens of both kinds, and with all cost on those written. */
    perMillion: number
    perMillionOut: number | null
  }[]
  utilisation: number | null
  /** Cost of a million tokens by week over 12 weeks, the largest of its currencies; null where no tokens were counted. */
  trend: readonly (number | null)[]
  /** The API that its facts name; null where none is, or where the list has no price for it. */
  api: ApiPrice | null
}

/** What an API charges for the same tokens, USD. */
function apiCostOf({ tokensIn, tokensOut }: ServedTokens, price: ApiPrice): number {
  return apiCost(
    { millionIn: tokensIn / 1e6, millionCachedIn: 0, millionOut: tokensOut / 1e6 },
    { in: Number(price.usdPerMillionIn), cachedIn: 0, out: Number(price.usdPerMillionOut) },
  )
}

/** What a million tokens of each model cost in the last 30 days, beside a list price for the same mix. */
export function ServingTokens({ rows, prices }: { rows: readonly ServedTokens[]; prices: readonly ApiPrice[] }) {
  const [compared, setCompared] = useState('')
  const other = prices.find(({ vendor, model }) => `${vendor}/${model}` === compared)
  return (
    <>
      <div className="acts-row compare">
        <Select aria-label="API to compare with" value={compared} onChange={(event) => setCompared(event.target.value)}>
          <option value="">API: as model facts name it</option>
          {prices.map(({ vendor, model }) => (
            <option key={`${vendor}/${model}`} value={`${vendor}/${model}`}>
              API: {vendor}/{model}
            </option>
          ))}
        </Select>
        {other && <span className="ink3">{priceText(other)}</span>}
      </div>
      <ServingTable rows={rows} other={other ?? null} />
    </>
  )
}

const priceText = ({ usdPerMillionIn, usdPerMillionOut, source }: ApiPrice) =>
  `$${usdPerMillionIn} in, $${usdPerMillionOut} out a million; ${source}`

function ServingTable({ rows, other }: { rows: readonly ServedTokens[]; other: ApiPrice | null }) {
  return (
    <TableFrame label="Cost of tokens">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" className="n">
              Cost
            </th>
            <th scope="col" className="n">
              Tokens in
            </th>
            <th scope="col" className="n">
              Tokens out
            </th>
            <th scope="col" className="n">
              Per 1M, both
            </th>
            <th scope="col" className="n" title="All cost divided by the tokens written">
              Per 1M out
            </th>
            <th scope="col" className="n">
              12 weeks
            </th>
            <th scope="col" className="n">
              GPU utilisation
            </th>
            <th scope="col" className="n">
              By API, same tokens
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.model}>
              <td>
                <Link href={`/models/${encodeURIComponent(row.model)}`} prefetch={false}>
                  {row.model}
                </Link>
              </td>
              <td className="n">
                {row.costs.map(({ cost, currency }, index) => (
                  <span key={currency}>
                    {index > 0 && ' + '}
                    <Amount value={cost} currency={currency} symbol digits={0} />
                  </span>
                ))}
              </td>
              <td className="n">{formatCompact(row.tokensIn)}</td>
              <td className="n">{formatCompact(row.tokensOut)}</td>
              <td className="n">
                {row.costs
                  .map(({ perMillion, currency }) => formatMoney(perMillion.toFixed(4), currency, 3))
                  .join(' + ')}
              </td>
              <td className="n">
                {row.tokensOut === 0 ? (
                  <Missing>none written</Missing>
                ) : (
                  row.costs
                    .map(({ perMillionOut, currency }) => formatMoney((perMillionOut ?? 0).toFixed(4), currency, 3))
                    .join(' + ')
                )}
              </td>
              <td className="n">
                <Sparkline values={row.trend} />
              </td>
              <td className="n">
                {row.utilisation === null ? <Missing>not measured</Missing> : `${Math.round(row.utilisation * 100)}%`}
              </td>
              <td className="n">
                <ApiAmount row={row} price={other ?? row.api} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ApiAmount({ row, price }: { row: ServedTokens; price: ApiPrice | null }) {
  if (price === null) return <Missing>no price named</Missing>
  return (
    <span title={`${price.vendor}/${price.model}: ${priceText(price)}`}>
      {formatMoney(apiCostOf(row, price).toFixed(0), 'USD', 0)}
    </span>
  )
}
