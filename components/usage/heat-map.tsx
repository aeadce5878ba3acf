'use client'

import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { formatCompact, formatPercent } from '@/lib/core/format.ts'
import type { HeatMapRow } from '@/lib/spend/heat-map.ts'
import type { HeatCell } from './heat-cells.ts'
import { heatCells, weekdays } from './heat-cells.ts'
import styles from './heat-map.module.css'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}
const clock = (hour: number) => String(hour).padStart(2, '0')

/** A week of hours as a table of grounds: the value stands below on hover and focus, arrows walk, and the same numbers are a table. */
export function HeatMap({ rows, measure }: { rows: readonly HeatMapRow[]; measure: 'utilisation' | 'held' }) {
  const cells = heatCells(rows, measure)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const [shown, setShown] = useState<HeatCell | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = [(at[0] + step[0] + 7) % 7, (at[1] + step[1] + 24) % 24] as const
    setAt(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"]`)?.focus()
  }
  return (
    <>
      <table className={styles.map} onKeyDown={onKeyDown} onMouseLeave={() => setShown(null)}>
        <caption className="sr">
          {measure === 'held' ? 'GPU hours held' : 'Utilisation'} by weekday and hour, UTC; arrow keys walk
        </caption>
        <colgroup>
          <col className={styles.day} />
          <col span={24} />
        </colgroup>
        <thead className="sr">
          <tr>
            <td />
            {Array.from({ length: 24 }, (_, hour) => (
              <th scope="col" key={clock(hour)}>
                {clock(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((day, row) => (
            <tr key={weekdays[row]}>
              <th scope="row">{weekdays[row]}</th>
              {day.map((cell, column) => (
                <td key={clock(column)}>
                  <button
                    type="button"
                    data-cell={`${row}-${column}`}
                    data-step={cell.step}
                    tabIndex={at[0] === row && at[1] === column ? 0 : -1}
                    aria-label={cellText(cell)}
                    onFocus={() => {
                      setAt([row, column])
                      setShown(cell)
                    }}
                    onBlur={() => setShown(null)}
                    onMouseEnter={() => setShown(cell)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.axis} aria-hidden="true">
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{clock(hour)}</span>
        ))}
      </div>
      <p className={styles.foot}>
        <span>{shown ? cellText(shown) : measure === 'held' ? 'GPU hours held' : 'share of held GPU time in use'}</span>
        <span className={styles.scale} aria-hidden="true">
          {measure === 'held' ? '0' : '0%'}
          {[0, 1, 2, 3, 4, 5].map((step) => (
            <i key={step} data-step={step} />
          ))}
          {measure === 'held' ? 'most' : '100%'}
        </span>
      </p>
      <details className={styles.numbers}>
        <summary>As a table</summary>
        <NumbersTable cells={cells} measure={measure} />
      </details>
    </>
  )
}

function NumbersTable({ cells, measure }: { cells: readonly HeatCell[][]; measure: 'utilisation' | 'held' }) {
  return (
    <table className="compact">
      <caption className="sr">{measure === 'held' ? 'GPU hours held' : 'Utilisation'} by hour and weekday, UTC</caption>
      <thead>
        <tr>
          <th scope="col">UTC</th>
          {weekdays.map((day) => (
            <th scope="col" className="n" key={day}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 24 }, (_, hour) => (
          <tr key={clock(hour)}>
            <th scope="row">{clock(hour)}</th>
            {cells.map((day, at) => (
              <td className="n" key={weekdays[at]}>
                {figure(day[hour], measure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function figure(cell: HeatCell | undefined, measure: 'utilisation' | 'held'): string {
  if (!cell || cell.held === null) return '·'
  if (measure === 'held') return formatCompact(cell.held)
  return cell.utilisation === null ? 'unknown' : formatPercent(cell.utilisation, 0)
}

/** `Mon 09 to 10: 62.4% of 31.5 GPU hours held`. */
function cellText({ weekday, hour, held, utilisation }: HeatCell): string {
  const when = `${weekdays[weekday]} ${clock(hour)} to ${clock((hour + 1) % 24)}`
  if (held === null || held === 0) return `${when}: nothing held`
  const hours = `${formatCompact(held)} GPU hours held`
  return utilisation === null ? `${when}: ${hours}, not measured` : `${when}: ${formatPercent(utilisation)} of ${hours}`
}
