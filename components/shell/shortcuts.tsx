'use client'

import { useEffect } from 'react'
import { nextTheme, setTheme, storedTheme } from './theme.ts'

/** Keys without modifiers, and the `data-shortcut` of the control that each one presses. T switches the theme. */
const targets: Record<string, string> = {
  '/': 'filter',
  '[': 'previous-period',
  ']': 'next-period',
  e: 'export',
  Escape: 'step-out',
}

/**
 * Single-key shortcuts of every page: `/` filter, `[` `]` period, `E` export, `T` theme, Escape steps out of a drill. A control takes
 * part by carrying `data-shortcut`; typing in a field and open dialogs are left alone.
 */
export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const at = event.target
      if (at instanceof HTMLElement && at.closest('input, textarea, select, dialog, [data-panel], [contenteditable]'))
        return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      if (key === 't') setTheme(nextTheme(storedTheme()))
      const target = targets[key]
      const control = target && document.querySelector<HTMLElement>(`[data-shortcut="${target}"]:not([disabled])`)
      if (!control) return
      event.preventDefault()
      control.click()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return null
}
