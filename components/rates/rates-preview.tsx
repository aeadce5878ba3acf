import { Amount } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCount } from '@/lib/core/format.ts'
import { formatMonth } from '@/lib/core/format-date.ts'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'

/** What a change of rates does: how many charges get another price, and their money before and after. */
export function RatesPreviewTable({ preview }: { preview: RatesPreview }) {
  if (preview.charges === 0) return <p className="note">No charge of the bills that are there gets another price.</p>
  return (
    <>
      <p>
        <b>{formatCount(preview.charges)}</b> {preview.charges === 1 ? 'charge gets' : 'charges get'} another price
        {preview.unpricedBefore > 0 && <>; {formatCount(preview.unpricedBefore)} had none</>}
        {preview.unpricedAfter > 0 && <>; {formatCount(preview.unpricedAfter)} will have none</>}.
      </p>
      {preview.months.length > 0 && (
        <TableFrame label="Difference">
          <table className="compact">
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Currency</th>
                <th scope="col" className="n">
                  Before
                </th>
                <th scope="col" className="n">
                  After
                </th>
                <th scope="col" className="n">
                  Difference
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.months.map(({ month, currency, before, after, difference }) => (
                <tr key={`${month} ${currency}`}>
                  <td>{formatMonth(month)}</td>
                  <td className="ink2">{currency}</td>
                  <td className="n">
                    <Amount value={before} currency={currency} missing="no price" />
                  </td>
                  <td className="n">
                    <Amount value={after} currency={currency} missing="no price" />
                  </td>
                  <td className="n">
                    <Amount value={difference} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </>
  )
}
