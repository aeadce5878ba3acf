'use client'

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A filter in place: "field operator value", and an × of 24 px. `value` is usually a popover's button of class `val`. */
export function Chip(props: { field: string; operator: string; value: ReactNode; onRemove: () => void }) {
  return (
    <span className="chip">
      <span className="k">{props.field}</span>
      <span className="op">{props.operator}</span>
      {props.value}
      <button type="button" className="x" aria-label={`Remove filter ${props.field}`} onClick={props.onRemove}>
        <Icon name="close" small />
      </button>
    </span>
  )
}
