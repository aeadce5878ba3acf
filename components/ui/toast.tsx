'use client'

import type { ReactNode } from 'react'
import { createContext, use, useCallback, useMemo, useState } from 'react'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

export type Toast = {
  text: string
  tone?: 'pos' | 'neg' | 'neutral'
  /** A way back, such as Undo. */
  action?: { label: string; run: () => void }
}

type Shown = Toast & { id: number }
const SECONDS_SHOWN = 8
const ToastContext = createContext<(toast: Toast) => void>(() => {})
const iconOf: Record<NonNullable<Toast['tone']>, IconName> = { pos: 'ok', neg: 'error', neutral: 'info' }
const inkOf = { pos: 'pos', neg: 'neg', neutral: 'ink2' }

/** The function that shows a toast for eight seconds. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext)
}

/** Holds the toasts at the lower right and announces them politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Shown[]>([])
  const drop = useCallback((id: number) => setToasts((all) => all.filter((t) => t.id !== id)), [])
  const show = useCallback(
    (toast: Toast) => {
      const id = performance.now()
      setToasts((all) => [...all.slice(-2), { ...toast, id }])
      setTimeout(() => drop(id), SECONDS_SHOWN * 1000)
    },
    [drop],
  )
  const list = useMemo(
    () =>
      toasts.map((toast) => (
        <div className="toast" key={toast.id}>
          <span className={inkOf[toast.tone ?? 'neutral']}>
            <Icon name={iconOf[toast.tone ?? 'neutral']} />
          </span>
          <span>{toast.text}</span>
          {toast.action ? (
            <button
              type="button"
              className="btn ghost"
              onClick={() => {
                toast.action?.run()
                drop(toast.id)
              }}
            >
              {toast.action.label}
            </button>
          ) : (
            <button type="button" className="btn ghost icon" aria-label="Dismiss" onClick={() => drop(toast.id)}>
              <Icon name="close" small />
            </button>
          )}
        </div>
      )),
    [toasts, drop],
  )
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {list}
      </div>
    </ToastContext>
  )
}
