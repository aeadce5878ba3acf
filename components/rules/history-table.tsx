import { Button } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { RuleVersionRow } from '@/lib/attribution/rule-versions.ts'
import { formatCount } from '@/lib/core/format.ts'
import { formatInstant } from '@/lib/core/format-date.ts'

/** Saved versions of the rules; an older one can become the draft again. */
export function HistoryTable(props: {
  versions: readonly RuleVersionRow[]
  current: number
  busy: boolean
  onOpen: ((version: number) => void) | undefined
}) {
  return (
    <TableFrame label="Versions">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">When, UTC</th>
            <th scope="col" className="hn">
              Who
            </th>
            <th scope="col">What changed</th>
            <th scope="col" className="n hn">
              Rules
            </th>
            {props.onOpen && <th scope="col" aria-label="Action" />}
          </tr>
        </thead>
        <tbody>
          {props.versions.map((row) => (
            <tr key={row.version}>
              <td>{row.version}</td>
              <td>
                <time dateTime={row.createdAt}>{formatInstant(row.createdAt)}</time>
              </td>
              <td className="hn">{row.createdBy}</td>
              <td className="wrap" style={{ overflowWrap: 'anywhere' }}>
                {row.note || <span className="ink3">no note</span>}
                <span className="under" style={{ display: 'block' }}>
                  {diffText(row)}
                </span>
              </td>
              <td className="n hn">{formatCount(row.rules)}</td>
              {props.onOpen && (
                <td className="n">
                  {row.version === props.current ? (
                    <span className="ink3">holds now</span>
                  ) : (
                    <Button
                      look="ghost"
                      disabled={props.busy}
                      aria-label={`Open version ${row.version} as the draft`}
                      onClick={() => props.onOpen?.(row.version)}
                    >
                      Open as draft
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function diffText({ diff: { added, changed, removed, moved } }: RuleVersionRow): string {
  const part = (word: string, ids: readonly string[]) => (ids.length > 0 ? [`${word} ${ids.join(', ')}`] : [])
  const parts = [...part('added', added), ...part('changed', changed), ...part('removed', removed)]
  return [...parts, ...(moved ? ['order changed'] : [])].join('; ') || 'the same rules'
}
