'use client'

import dynamic from 'next/dynamic'
import type { BreakEvenCurveProps } from './break-even-curve.tsx'

const Drawn = dynamic(() => import('./break-even-curve.tsx').then((m) => m.BreakEvenCurve), { ssr: false })

/** The curve, its code loaded after the numbers; the height is held from the first paint on. */
export function BreakEvenCurveLazy(props: BreakEvenCurveProps) {
  return (
    <div className="chart" style={{ height: props.height }}>
      <Drawn {...props} />
    </div>
  )
}
