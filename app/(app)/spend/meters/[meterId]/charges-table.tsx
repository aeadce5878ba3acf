'use client'

import Link from 'next/link'
import { Amount, Hours } from '@/components/ui/amount.tsx'
import { Pager } from '@/components/ui/pager.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases, costBasisLabel } from '@/lib/core/cost-basis.ts'
import { NO_CURRENCY } from '@/lib/core/currency-code.ts'
import { formatCount, formatFull } from '@/lib/core/format.ts'
import { formatInstant } from '@/lib/core/format-date.ts'
import type { ChargeRow, Charges } from '@/lib/spend/charges.ts'

const heads: Record<CostBasis, string> = {
  effective: 'Effective',
  billed: 'Billed',
  list: 'List',
  contracted: 'Contracted',
}

/** A page of charges with the sums over all pages; a row opens the charge and its place in the file. */
export function ChargesTable({ charges, onPage }: { charges: Charges; onPage: (page: number) => void }) {
  const { sums, currency } = charges
  const stated = costBases.filter((basis) => sums[basis] !== null)
  const absent = costBases.filter((basis) => sums[basis] === null)
  const unpriced = currency === NO_CURRENCY
  const cost = (value: string | null) => <Amount value={value} currency={currency} missing="not stated" />
  return (
    <>
      <TableFrame label="Charges">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">From, UTC</th>
              <th scope="col" className="n">
                Quantity
              </th>
              {stated.map((basis) => (
                <th scope="col" className="n" key={basis}>
                  {heads[basis]}, {currency}
                </th>
              ))}
              {unpriced && (
                <th scope="col" className="n">
                  Rated, not billed
                </th>
              )}
              <th scope="col" className="n">
                GPU hours
              </th>
              <th scope="col" className="n">
                Row in file
              </th>
            </tr>
          </thead>
          <tbody>
            {charges.rows.map((row) => (
              <tr key={`${row.versionId}-${row.file}-${row.row}`}>
                <td>
                  <Link prefetch={false} href={chargeHref(row)}>
                    {formatInstant(row.start).replace(' UTC', '')}
                  </Link>
                </td>
                <td className="n">
                  {row.quantity === null ? 'not stated' : formatFull(row.quantity)}{' '}
                  <span className="ink3">{row.unit}</span>
                </td>
                {stated.map((basis) => (
                  <td className="n" key={basis}>
                    {cost(row[basis])}
                  </td>
                ))}
                {unpriced && (
                  <td className="n">
                    {row.rated ? (
                      <Link prefetch={false} href={chargeHref(row)} title={`Rate ${row.rated.rateId}`}>
                        <Amount value={row.rated.cost} currency={row.rated.currency} symbol missing="no quantity" />
                      </Link>
                    ) : (
                      'no price'
                    )}
                  </td>
                )}
                <td className="n">
                  <Hours value={row.gpuHours} missing="–" />
                </td>
                <td className="n" title={row.fileName ?? undefined}>
                  <Link prefetch={false} href={chargeHref(row)}>
                    {formatCount(row.row)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>All charges</td>
              <td className="n">{sums.quantity === null ? '' : formatFull(sums.quantity)}</td>
              {stated.map((basis) => (
                <td className="n" key={basis}>
                  {cost(sums[basis])}
                </td>
              ))}
              {unpriced && <td />}
              <td className="n">
                <Hours value={sums.gpuHours} missing="–" />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      {absent.length > 0 && (
        <p className="note">
          Not stated by these charges: {absent.map((basis) => costBasisLabel[basis].toLowerCase()).join(', ')}.
        </p>
      )}
      <Pager page={charges.page} pageSize={charges.pageSize} count={charges.count} onPage={onPage} />
    </>
  )
}

function chargeHref(row: ChargeRow): string {
  return `/spend/charges/${row.versionId}/${row.file}/${row.row}`
}
