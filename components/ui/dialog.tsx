'use client'

import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'

/**
 * A native modal dialog: the browser keeps the focus inside and Escape closes. `footer` holds the buttons, the safe one first.
 */
export function Dialog(props: {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  wide?: boolean
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (props.open && !dialog.open) dialog.showModal()
    if (!props.open && dialog.open) dialog.close()
  }, [props.open])
  return (
    <dialog
      ref={ref}
      className={props.wide ? 'dialog wide-dialog' : 'dialog'}
      aria-labelledby={titleId}
      onClose={props.onClose}
    >
      <div className="dialog-in">
        <h2 id={titleId}>{props.title}</h2>
        {props.children}
        {props.footer && <footer>{props.footer}</footer>}
      </div>
    </dialog>
  )
}
