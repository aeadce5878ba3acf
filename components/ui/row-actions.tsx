import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** What can be done with a row of a table, on one line at its end. */
export function RowActions({ children }: { children: ReactNode }) {
  return (
    <span className="acts-row" style={{ flexWrap: 'nowrap', justifyContent: 'flex-end' }}>
      {children}
    </span>
  )
}

/** One of them: shown as what it does, and named by the row that it does it to. */
export function RowAction(props: { does: string; to: string; disabled?: boolean; onClick: () => void }) {
  return (
    <Button look="ghost" disabled={props.disabled} aria-label={`${props.does} ${props.to}`} onClick={props.onClick}>
      {props.does}
    </Button>
  )
}
