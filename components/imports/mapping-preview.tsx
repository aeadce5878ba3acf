import { Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import styles from './imports.module.css'
import type { MappingValues } from './mapping-fields.ts'
import { columnTargets, optionalTargets } from './mapping-fields.ts'

const labels: Record<string, string> = {
  chargeStart: 'Charge date',
  cost: 'Billed cost',
  currency: 'Currency',
  account: 'Billing account',
  ...Object.fromEntries(optionalTargets.map((target) => [target.key, target.label])),
}

/** The first rows of the file as they are, each head with what the column is taken for. */
export function MappingPreview(props: { header: string[]; preview: (string | null)[][]; values: MappingValues }) {
  return (
    <TableFrame label="First rows of the file">
      <table className="compact">
        <thead>
          <tr>
            {props.header.map((name) => (
              <th scope="col" key={name} className={styles.column}>
                <span className="mono">{name}</span>
                <TakenFor name={name} values={props.values} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.preview.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have nothing but their place
            <tr key={at}>
              {props.header.map((name, column) => (
                <td key={name} className={styles.value}>
                  {row[column] ? (
                    <span className="mono" title={row[column] ?? undefined}>
                      {row[column]}
                    </span>
                  ) : (
                    <Missing>empty</Missing>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function TakenFor({ name, values }: { name: string; values: MappingValues }) {
  const targets = columnTargets.filter((target) => values[target] === name)
  return <span className={styles.taken}>{targets.map((target) => labels[target]).join(', ') || '\u00a0'}</span>
}
