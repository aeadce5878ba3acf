'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon.tsx'

const FOCUSABLE = 'button:not([disabled]), a[href], input:not([disabled]), select:not([disabled])'

/**
 * A button that opens a panel under it. Escape and a click elsewhere close it and give the focus back; arrow keys walk the
 * panel's controls. `children` gets a function that closes.
 */
export function Popover(props: {
  label: ReactNode
  /** The accessible name, where the visible label does not say what the button is for. */
  name?: string
  className?: string
  chevron?: boolean
  end?: boolean
  /** Names a shortcut target: the shell focuses and opens it by this id. */
  shortcut?: string
  children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panelId = useId()

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  useEffect(() => {
    if (!open) return
    const panel = root.current?.querySelector<HTMLElement>('[data-panel]')
    const first = panel?.querySelector<HTMLElement>('[data-autofocus], [aria-pressed="true"]')
    ;(first ?? panel?.querySelector<HTMLElement>(FOCUSABLE))?.focus()
    if (panel) keepInView(panel)
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!open) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const panel = root.current?.querySelector('[data-panel]')
      if (moveFocus(panel, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the controls inside, is none itself
    <span className="pop" ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={props.className ?? 'btn'}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        aria-label={props.name}
        data-shortcut={props.shortcut}
        onClick={() => setOpen((was) => !was)}
      >
        {props.label}
        {(props.chevron ?? true) && <Icon name="chevron" className="chev" />}
      </button>
      {open && (
        <div id={panelId} className={props.end ? 'menu end' : 'menu'} data-panel>
          {props.children(close)}
        </div>
      )}
    </span>
  )
}

const EDGE = 8

/** Shifts a panel left by what would stick out of the window at the right, now and whenever its size changes. */
function keepInView(panel: HTMLElement): void {
  const shift = () => {
    panel.style.translate = ''
    const over = panel.getBoundingClientRect().right - document.documentElement.clientWidth + EDGE
    if (over > EDGE) panel.style.translate = `${-Math.ceil(over)}px`
  }
  shift()
  new ResizeObserver(shift).observe(panel)
}

/** Moves the focus among the panel's controls; false where a text input should keep the key. */
function moveFocus(panel: Element | null | undefined, step: 1 | -1): boolean {
  const items = [...(panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const current = items[at]
  if (current instanceof HTMLInputElement && current.type === 'date') return false
  items[(at + step + items.length) % items.length]?.focus()
  return true
}

/** A choice in a panel. `hint` stands at the right, in the third ink. */
export function Option(props: {
  selected?: boolean
  hint?: ReactNode
  lead?: ReactNode
  children: ReactNode
  onSelect: () => void
}) {
  return (
    <button
      type="button"
      className={props.selected ? 'opt on' : 'opt'}
      aria-pressed={props.selected}
      onClick={props.onSelect}
    >
      {props.lead}
      <span className="t">{props.children}</span>
      {props.hint !== undefined && <span className="k">{props.hint}</span>}
    </button>
  )
}
