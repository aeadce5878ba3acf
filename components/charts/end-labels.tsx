'use client'

import { usePlotArea, useYAxisScale } from 'recharts'
import type { RateLine } from './rate-lines.tsx'

const LINE_HEIGHT = 13

/** The name of each line where it ends, pushed apart where lines end close together. */
export function EndLabels({ lines }: { lines: readonly RateLine[] }) {
  const plot = usePlotArea()
  const scale = useYAxisScale()
  if (!plot || !scale) return null
  const ends = lines
    .map((line) => ({ line, value: line.values.findLast((v) => v !== null) ?? null }))
    .flatMap(({ line, value }) => (value === null ? [] : [{ line, y: scale(value) ?? 0 }]))
    .sort((a, b) => a.y - b.y)
  let floor = plot.y - 4
  const bottom = plot.y + plot.height
  const placed = ends.map(({ line, y }, at) => {
    const latest = bottom - (ends.length - 1 - at) * LINE_HEIGHT
    const low = Math.min(Math.max(y, floor), Math.max(latest, floor))
    floor = low + LINE_HEIGHT
    return { line, y: low }
  })
  return (
    <g>
      {placed.map(({ line, y }) => (
        <text key={line.id} x={plot.x + plot.width + 6} y={y + 4} className="dl">
          {line.label.length > 14 ? `${line.label.slice(0, 13)}…` : line.label}
        </text>
      ))}
    </g>
  )
}
