'use client'

import { usePlotArea, useYAxisScale } from 'recharts'

/** The totals of the period before as a stepped line of 1 px over a halo of the surface; a null ends the line. */
export function PreviousLine({ totals }: { totals: readonly (number | null)[] }) {
  const plot = usePlotArea()
  const scale = useYAxisScale()
  if (!plot || !scale) return null
  const step = plot.width / totals.length
  let path = ''
  let pen = 'M'
  totals.forEach((total, at) => {
    const y = total === null ? undefined : scale(total)
    if (y === undefined) {
      pen = 'M'
      return
    }
    const left = Math.round((plot.x + at * step) * 10) / 10
    path += `${pen}${left} ${Math.round(y * 10) / 10}H${Math.round((left + step) * 10) / 10}`
    pen = 'L'
  })
  return (
    <g pointerEvents="none">
      <path className="cmp halo" d={path} />
      <path className="cmp" d={path} />
    </g>
  )
}
