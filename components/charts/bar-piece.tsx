'use client'

import type { MouseEvent } from 'react'
import type { Paint } from './paint.ts'

export type PieceProps = { x: number; y: number; width: number; height: number }

/**
 * One piece of a stacked bar: a gap of one pixel of the surface to its neighbour, an outline where it is hatched, and a link to what it
 * stands for. The link is outside of the tab order: the table beneath has the same links.
 */
export function BarPiece(props: PieceProps & { paint: Paint; href: string | null; onOpen: (href: string) => void }) {
  const { x, width, paint, href } = props
  const top = Math.min(props.y, props.y + props.height)
  const height = Math.abs(props.height)
  if (!(height >= 0.7)) return null
  const gap = height > 2.2 ? 1 : 0
  const rect = paint.stroke ? (
    <rect
      x={x + 0.5}
      y={top + 0.5 + gap / 2}
      width={Math.max(0.6, width - 1)}
      height={Math.max(0.6, height - 1 - gap)}
      fill={paint.fill}
      stroke={paint.stroke}
      strokeDasharray={paint.dashed ? '2 2' : undefined}
    />
  ) : (
    <rect x={x} y={top + gap} width={width} height={height - gap} fill={paint.fill} />
  )
  if (href === null) return rect
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    props.onOpen(href)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useAnchorContent: for the mouse only, and so hidden from readers, who have the table */}
      <a href={href} tabIndex={-1} aria-hidden="true" onClick={open}>
        {rect}
      </a>
    </>
  )
}
