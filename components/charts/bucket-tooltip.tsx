'use client'

import type { ReactNode } from 'react'
import { change } from '@/lib/core/format.ts'
import type { Paint } from './paint.ts'
import { Swatch } from './swatch.tsx'

export type TooltipLine = { id: string; label: string; paint: Paint; value: ReactNode; change: ReactNode }

/** What a bucket holds: the four largest, the rest as one line, the total with its change, and a sentence where there is one. */
export function BucketTooltip(props: {
  title: string
  versus: string | null
  lines: readonly TooltipLine[]
  rest: { label: string; value: ReactNode } | null
  total: { value: ReactNode; change: ReactNode } | null
  note?: string
}) {
  return (
    <div className="tip">
      <h3>
        {props.title}
        {props.versus && <span>{props.versus}</span>}
      </h3>
      <table>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <span className="lead">
                  <Swatch paint={line.paint} />
                  <span>{line.label}</span>
                </span>
              </td>
              <td className="n">{line.value}</td>
              <td className="n">{line.change}</td>
            </tr>
          ))}
          {props.rest && (
            <tr>
              <td>{props.rest.label}</td>
              <td className="n">{props.rest.value}</td>
              <td />
            </tr>
          )}
          {props.total && (
            <tr className="tt">
              <td>Total</td>
              <td className="n">{props.total.value}</td>
              <td className="n">{props.total.change}</td>
            </tr>
          )}
        </tbody>
      </table>
      {props.note && <p>{props.note}</p>}
    </div>
  )
}

/** The change of a drawn number in words and colour; nothing where there is nothing to compare with. */
export function DrawnChange({ current, previous }: { current: number | null; previous: number | null }) {
  if (current === null || previous === null) return null
  const result = change(current.toFixed(2), previous.toFixed(2))
  const ink = result.material ? (result.direction > 0 ? 'up' : 'down') : 'ink3'
  return <span className={ink}>{result.text}</span>
}
