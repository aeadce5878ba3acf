'use client'

import { useEffect, useRef } from 'react'
import { useActiveTooltipLabel, usePlotArea } from 'recharts'
import type { Day } from '@/lib/core/period.ts'

/** With the focus on a chart, arrows move along the buckets (recharts does that) and Enter opens the one under the tooltip. */
export function OpenBucketKey(props: {
  buckets: readonly Day[]
  hrefOf: (at: number) => string | null
  onOpen: (href: string) => void
}) {
  const anchor = useRef<SVGGElement>(null)
  const active = useActiveTooltipLabel()
  const plot = usePlotArea()
  const at = props.buckets.indexOf(String(active))
  useEffect(() => {
    const chart = anchor.current?.ownerSVGElement
    if (!chart || at < 0) return
    const onKeyDown = (event: KeyboardEvent) => {
      const href = event.key === 'Enter' ? props.hrefOf(at) : null
      if (href) props.onOpen(href)
    }
    chart.addEventListener('keydown', onKeyDown)
    return () => chart.removeEventListener('keydown', onKeyDown)
  }, [at, props.hrefOf, props.onOpen])
  return plot ? <g ref={anchor} /> : null
}
