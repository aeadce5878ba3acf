'use client'

import type { MouseEvent } from 'react'
import { useState } from 'react'
import type { PreparedSeries } from '@/lib/core/series.ts'
import type { Paint } from './paint.ts'
import { Swatch } from './swatch.tsx'

/** Which series are off, and what a click on one's name does: alone, or all again; with Ctrl it alone goes off or on. */
export function useIsolation(ids: readonly string[]) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const visible = ids.filter((id) => !hidden.has(id))
  const press = (id: string, single: boolean) => {
    const alone = visible.length === 1 && visible[0] === id
    if (single) setHidden(toggled(hidden, id))
    else setHidden(alone ? new Set() : new Set(ids.filter((other) => other !== id)))
  }
  return {
    isVisible: (id: string) => visible.length === 0 || !hidden.has(id),
    press,
    all: visible.length === ids.length,
  }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The names of a chart's series as buttons, in the order of the stack. */
export function Legend(props: {
  series: readonly PreparedSeries[]
  paint: (series: PreparedSeries) => Paint
  isVisible: (id: string) => boolean
  onPress: (id: string, single: boolean) => void
}) {
  return (
    <div className="legend">
      {props.series.map((series) => (
        <button
          key={series.id}
          type="button"
          aria-pressed={props.isVisible(series.id)}
          onClick={(event: MouseEvent) => props.onPress(series.id, event.ctrlKey || event.metaKey)}
        >
          <Swatch paint={props.paint(series)} />
          {series.label}
        </button>
      ))}
    </div>
  )
}
