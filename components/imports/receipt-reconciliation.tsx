import { Missing } from '@/components/ui/amount.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { Receipt, ReconciliationLine } from '@/lib/core/receipt.ts'
import { commonDecimals, ExactAmount } from './exact-amount.tsx'
import styles from './imports.module.css'
import { lineReconciles } from './reconciled.ts'

/** Per cost and currency: sum over the file = sum stored + sum in listed issues, all digits. */
export function ReceiptReconciliation({ receipt }: { receipt: Receipt }) {
  const lines = receipt.reconciliation
  const decimals = commonDecimals(lines.flatMap((line) => [line.file, line.stored, line.issues]))
  return (
    <Section title="Reconciliation" note="sum over the file = sum stored + sum in listed issues">
      <TableFrame label="Reconciliation">
        <table>
          <thead>
            <tr>
              <th scope="col">Cost</th>
              <th scope="col">Currency</th>
              <th scope="col" className="n">
                Sum in the file
              </th>
              <th scope="col" className="n">
                Sum stored
              </th>
              <th scope="col" className="n">
                In listed issues
              </th>
              <th scope="col" className="n">
                Difference
              </th>
              <th scope="col" aria-label="Result" />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.cost} ${line.currency}`}>
                <td className="med">{costBasisLabel[line.cost]}</td>
                <td className="ink2">{currencyName(line.currency)}</td>
                {(['file', 'stored', 'issues'] as const).map((side) => (
                  <td className="n" key={side}>
                    <ExactAmount
                      value={line[side]}
                      currency={line.currency}
                      decimals={decimals}
                      missing={side === 'issues' && line.file !== null ? 'none' : 'not available'}
                    />
                  </td>
                ))}
                <Result line={line} decimals={decimals} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}

function Result({ line, decimals }: { line: ReconciliationLine; decimals: number }) {
  const good = lineReconciles(line)
  if (good === null) {
    return (
      <>
        <td className="n">
          <Missing>not available</Missing>
        </td>
        <td className="ink3">not in this format</td>
      </>
    )
  }
  return (
    <>
      <td className="n">
        {good ? (
          <span className="pos">0</span>
        ) : (
          <span className="neg">
            <ExactAmount value={line.difference} currency={line.currency} decimals={decimals} />
          </span>
        )}
      </td>
      <td>
        <span className={`${styles.mark} ${good ? 'pos' : 'neg'}`}>
          <Icon name={good ? 'ok' : 'error'} />
          {good ? 'reconciled' : 'differs'}
        </span>
      </td>
    </>
  )
}
