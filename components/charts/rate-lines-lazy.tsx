'use client'

import dynamic from 'next/dynamic'
import type { RateLinesProps } from './rate-lines.tsx'

const Drawn = dynamic(() => import('./rate-lines.tsx').then((m) => m.RateLines), { ssr: false })

/** Lines of rates, their code loaded after the numbers; the height is held from the first paint on. */
export function RateLinesLazy(props: RateLinesProps) {
  return (
    <div className="chart" style={{ height: props.height }}>
      <Drawn {...props} />
    </div>
  )
}
