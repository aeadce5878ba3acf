'use client'

import dynamic from 'next/dynamic'
import type { StackedBarsProps } from './stacked-bars.tsx'

const Drawn = dynamic(() => import('./stacked-bars.tsx').then((m) => m.StackedBars), { ssr: false })

/** Stacked bars, their code loaded after the numbers; the height is held from the first paint on. */
export function StackedBarsLazy(props: StackedBarsProps) {
  return (
    <div className="chart" style={{ height: props.height }}>
      <Drawn {...props} />
    </div>
  )
}
