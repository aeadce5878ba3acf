'use client'

import Link from 'next/link'
import { Amount, Missing } from '@/components/ui/amount.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatBytes, formatCount } from '@/lib/core/format.ts'
import { formatInstant } from '@/lib/core/format-date.ts'
import type { ImportSummary } from '@/lib/import/history.ts'
import { headlineBasis, sumByCurrency } from './headline-cost.ts'
import { importName } from './import-name.ts'
import { ImportState } from './import-state.tsx'
import styles from './imports.module.css'

/** Every import: what came, where it stands, what it holds, who brought it and when. */
export function HistoryTable({ imports }: { imports: readonly ImportSummary[] }) {
  return (
    <TableFrame label="Imports">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Import</th>
            <th scope="col">State</th>
            <th scope="col" className="n">
              Rows stored
            </th>
            <th scope="col" className="n">
              Issues
            </th>
            <th scope="col" className="n">
              Total
            </th>
            <th scope="col" className="n hm">
              Size
            </th>
            <th scope="col" className="hm">
              SHA-256
            </th>
            <th scope="col">By</th>
            <th scope="col">When, UTC</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((row) => (
            <HistoryRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function HistoryRow({ row }: { row: ImportSummary }) {
  return (
    <tr>
      <td>
        <span className="lead">
          <Link className={styles.name} href={`/imports/${row.id}`} title={importName(row)}>
            {importName(row)}
          </Link>
          {row.isSample && <Badge tone="line">sample</Badge>}
        </span>
      </td>
      <td>
        <ImportState state={row.state} />
      </td>
      <td className="n">
        <Rows row={row} />
      </td>
      <td className="n">{row.issueCount > 0 ? formatCount(row.issueCount) : <span className="ink3">0</span>}</td>
      <td className="n">
        <Totals row={row} />
      </td>
      <td className="n hm ink2">{formatBytes(row.bytes)}</td>
      <td className="hm">
        {row.sha256 ? (
          <span className="mono ink2" title={row.sha256}>
            {row.sha256.slice(0, 8)}
          </span>
        ) : (
          <Missing>{row.finishedAt ? 'none' : 'not yet'}</Missing>
        )}
      </td>
      <td className={`ink2 ${styles.by}`} title={row.createdBy}>
        {row.createdBy}
      </td>
      <td className="ink2">{formatInstant(row.createdAt).replace(' UTC', '')}</td>
    </tr>
  )
}

/** Whether the import holds rows, published or about to be: of others nothing is stored, whatever was read. */
function holdsRows({ state }: ImportSummary): boolean {
  return state === 'published' || state === 'awaiting' || state === 'reverted'
}

function Rows({ row }: { row: ImportSummary }) {
  if (holdsRows(row)) return formatCount(row.rowsStored)
  if (row.finishedAt) return <Missing>none</Missing>
  const soFar = row.progress?.rowsDone ?? 0
  return soFar === 0 ? <Missing>not yet</Missing> : <span className="ink3">{formatCount(soFar)} so far</span>
}

/** One line a currency: amounts of different currencies are never added. */
function Totals({ row }: { row: ImportSummary }) {
  const basis = headlineBasis([row.totals])
  if (!basis || !holdsRows(row)) return <Missing>{row.finishedAt ? 'none' : 'not yet'}</Missing>
  return (
    <span className={styles.stack} title={costBasisLabel[basis]}>
      {sumByCurrency([row.totals], basis).map(({ currency, amount }) => (
        <span key={currency}>
          <span className="ink3">{currencyName(currency)}</span>{' '}
          <Amount value={amount} currency={currency} missing="not available" />
        </span>
      ))}
    </span>
  )
}
