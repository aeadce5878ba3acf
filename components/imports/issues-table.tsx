import Link from 'next/link'
import { Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases, costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { ImportDetail, ListedIssue } from '@/lib/import/history.ts'
import { commonDecimals, ExactAmount } from './exact-amount.tsx'
import styles from './imports.module.css'

/** The first issues with place, value, reason and amount; the foot sums all of them, per currency. */
export function IssuesTable({ detail }: { detail: ImportDetail }) {
  const totals = Object.entries(detail.issueTotals)
  const basis = costBases.find((cost) => totals.some(([, sums]) => sums[cost] !== undefined)) ?? 'billed'
  const shown = [...detail.issues.map((issue) => issue.amounts[basis]), ...totals.map(([, sums]) => sums[basis])]
  const decimals = commonDecimals(shown.map((amount) => amount ?? null))
  return (
    <TableFrame label="Issues">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className="n">
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col">Reason</th>
            <th scope="col" className="n">
              {costBasisLabel[basis].replace(' cost', '')}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.issues.map((issue, at) => (
            <IssueRow
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is whole and in file order
              key={at}
              issue={issue}
              again={isSameRow(issue, detail.issues[at - 1])}
              href={rowHref(detail, issue)}
              basis={basis}
              decimals={decimals}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{detail.issueCount === 1 ? '1 row' : `${formatCount(detail.issueCount)} rows`}</td>
            <td />
            <td />
            <td />
            <td />
            <td className="n">
              <IssueSums totals={totals} basis={basis} decimals={decimals} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

function IssueRow(props: {
  issue: ListedIssue
  again: boolean
  href: string | null
  basis: CostBasis
  decimals: number
}) {
  const { issue, href } = props
  const row = formatCount(issue.row)
  return (
    <tr>
      <td>
        <span className="mono">{issue.file}</span>
      </td>
      <td className="n">
        {href ? (
          <Link className="link" href={href} title="Open the row as it is in the file">
            {row}
          </Link>
        ) : (
          row
        )}
      </td>
      <td>
        <span className="mono">{issue.column}</span>
      </td>
      <td className={styles.value}>
        {issue.value === '' ? (
          <Missing>empty</Missing>
        ) : (
          <span className="mono neg" title={issue.value}>
            {issue.value}
          </span>
        )}
      </td>
      <td className={`ink2 ${styles.reason}`}>{issue.reason}</td>
      <td className="n">
        <IssueAmount {...props} />
      </td>
    </tr>
  )
}

/** The amounts of a row stand beside its first bad value, so that they are counted once. */
function IssueAmount(props: { issue: ListedIssue; again: boolean; basis: CostBasis; decimals: number }) {
  const { currency, amounts } = props.issue
  if (props.again) return <Missing>same row</Missing>
  return (
    <>
      {currency && <span className="ink3">{currencyName(currency)} </span>}
      <ExactAmount
        value={amounts[props.basis] ?? null}
        currency={currency ?? ''}
        decimals={props.decimals}
        missing="not readable"
      />
    </>
  )
}

function isSameRow(issue: ListedIssue, before: ListedIssue | undefined): boolean {
  return issue.file === before?.file && issue.row === before.row
}

function IssueSums(props: {
  totals: [string, Partial<Record<CostBasis, string | null>>][]
  basis: CostBasis
  decimals: number
}) {
  const sums = props.totals.filter(([, amounts]) => amounts[props.basis] !== undefined)
  if (sums.length === 0) return <Missing>not readable</Missing>
  return (
    <span className={styles.stack}>
      {sums.map(([currency, amounts]) => (
        <span key={currency}>
          <span className="ink3">{currency ? currencyName(currency) : 'no currency'} </span>
          <ExactAmount value={amounts[props.basis] ?? null} currency={currency} decimals={props.decimals} />
        </span>
      ))}
    </span>
  )
}

/** Where the whole row can be read, if its file is one of the receipt's. */
function rowHref(detail: ImportDetail, issue: ListedIssue): string | null {
  const at = detail.receipt?.files.findIndex((file) => file.name === issue.file) ?? -1
  return at < 0 || issue.row < 1 ? null : `/imports/${detail.id}/rows/${at + 1}/${issue.row}`
}
