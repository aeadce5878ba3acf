import Link from 'next/link'
import { Amount, Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCompact, formatMoney } from '@/lib/core/format.ts'

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
  /** What an API of the price list would charge for the same tokens, USD; null where none is named. */
  api: { name: string; cost: number; source: string } | null
}

/** What a million tokens of each model cost in the last 30 days, beside a list price for the same mix. */
export function ServingTokens({ rows }: { rows: readonly ServedTokens[] }) {
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
                {row.utilisation === null ? <Missing>not measured</Missing> : `${Math.round(row.utilisation * 100)}%`}
              </td>
              <td className="n">
                {row.api === null ? (
                  <Missing>no price named</Missing>
                ) : (
                  <span title={`${row.api.name}, ${row.api.source}`}>
                    {formatMoney(row.api.cost.toFixed(0), 'USD', 0)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
