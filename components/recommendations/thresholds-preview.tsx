import { Amount } from '@/components/ui/amount.tsx'
import type { ParametersPreview } from '@/lib/recommendations/parameters.ts'
import { GradeMark } from './grade-mark.tsx'

/** Findings that other thresholds would bring, take away or change. */
export function ThresholdsPreview({ preview }: { preview: ParametersPreview }) {
  const { appear, go, change } = preview
  if (appear.length + go.length + change.length === 0) return <p role="status">No finding appears, goes or changes.</p>
  const lists = [
    { title: 'Appear', rows: appear },
    { title: 'Go', rows: go },
    { title: 'Change', rows: change },
  ]
  return (
    <div role="status">
      {lists.map(
        ({ title, rows }) =>
          rows.length > 0 && (
            <div key={title}>
              <h3>
                {title}: {rows.length}
              </h3>
              <ul className="list">
                {rows.map((row) => (
                  <li key={row.key}>
                    <span>
                      <GradeMark grade={row.grade} />
                    </span>
                    <span>{row.sentence}</span>
                    <span className="a num">
                      <Amount value={row.saving.expected} currency={row.currency} symbol digits={0} />
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  )
}
