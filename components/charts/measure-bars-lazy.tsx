'use client'

import dynamic from 'next/dynamic'
import type { MeasureBarsProps } from './measure-bars.tsx'

const Drawn = dynamic(() => import('./measure-bars.tsx').then((m) => m.MeasureBars), { ssr: false })

/** Bars of one measure, their code loaded after the numbers; the height is held from the first paint on. */
export function MeasureBarsLazy(props: MeasureBarsProps) {
  return (
    <div className="chart" style={{ height: props.height }}>
      <Drawn {...props} />
    </div>
  )
}
