import type { ReactNode } from 'react'
import { Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { providerLabel } from '@/lib/catalog/provider.ts'
import { costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { Totals } from './headline-cost.ts'
import { headlineBasis } from './headline-cost.ts'
import { SliceCosts } from './slice-costs.tsx'

/** A slice before and after; `before` null where nothing was there, `after` null where nothing will be. */
export type SliceChange = {
  key: string
  provider: string
  billingAccountId: string
  billingPeriod: string
  version?: ReactNode
  before: { rows: number; totals: Totals } | null
  after: { rows: number; totals: Totals } | null
  link?: ReactNode
}

/** Rows and cost of each slice before and after, with the difference, one line a currency, and the sums. */
export function SlicesTable(props: { label: string; slices: readonly SliceChange[]; compact?: boolean }) {
  const { slices } = props
  const totals = slices.flatMap((s) => [s.before?.totals ?? {}, s.after?.totals ?? {}])
  const basis = headlineBasis(totals) ?? 'billed'
  const currencies = new Set(totals.flatMap((t) => Object.keys(t)))
  const compared = slices.some((s) => s.before)
  const versioned = slices.some((s) => s.version)
  const linked = slices.some((s) => s.link)
  const shape = { basis, compared, named: currencies.size > 1 }
  return (
    <TableFrame label={props.label}>
      <table className={props.compact ? 'compact' : undefined}>
        <thead>
          <tr>
            <th scope="col">Slice</th>
            <th scope="col">Period</th>
            {versioned && <th scope="col">Version</th>}
            {heads(compared, costBasisLabel[basis], currencies).map((head) => (
              <th scope="col" className="n" key={head}>
                {head}
              </th>
            ))}
            {linked && <th scope="col" aria-label="Open" />}
          </tr>
        </thead>
        <tbody>
          {slices.map((slice) => (
            <tr key={slice.key}>
              <td>
                <span className="med">{providerLabel(slice.provider)}</span>{' '}
                <span className="mono">{slice.billingAccountId}</span>
              </td>
              <td className="ink2">{slice.billingPeriod.slice(0, 7)}</td>
              {versioned && <td>{slice.version}</td>}
              {compared && <Rows sides={[slice.before]} />}
              <Rows sides={[slice.after]} />
              <SliceCosts before={[slice.before?.totals]} after={[slice.after?.totals]} {...shape} />
              {linked && <td>{slice.link}</td>}
            </tr>
          ))}
        </tbody>
        {slices.length > 1 && (
          <tfoot>
            <tr>
              <td>{slices.length === 2 ? 'Both slices' : `${formatCount(slices.length)} slices`}</td>
              <td />
              {versioned && <td />}
              {compared && <Rows sides={slices.map((s) => s.before)} />}
              <Rows sides={slices.map((s) => s.after)} />
              <SliceCosts
                before={slices.map((s) => s.before?.totals)}
                after={slices.map((s) => s.after?.totals)}
                {...shape}
              />
              {linked && <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  )
}

function heads(compared: boolean, label: string, currencies: ReadonlySet<string>): string[] {
  const [only] = currencies
  const unit = currencies.size === 1 && only ? `, ${currencyName(only)}` : ''
  const cost = label.replace(' cost', '')
  return compared
    ? ['Rows before', 'Rows after', `${cost} before${unit}`, `${cost} after${unit}`, 'Change']
    : ['Rows', `${label}${unit}`]
}

function Rows({ sides }: { sides: readonly ({ rows: number } | null)[] }) {
  const there = sides.filter((side) => side !== null)
  const rows = there.reduce((sum, side) => sum + side.rows, 0)
  return <td className="n">{there.length > 0 ? formatCount(rows) : <Missing>none</Missing>}</td>
}
