import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'pos' | 'neg' | 'warn' | 'info' | 'line'

/** A short state word on a soft ground. */
export function Badge({ tone = 'neutral', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={tone === 'neutral' ? 'badge' : `badge ${tone}`} title={title}>
      {children}
    </span>
  )
}

/** A share as a 28 px bar with its text, e.g. coverage. `ratio` is 0..1. */
export function Meter({ ratio, label, title }: { ratio: number; label: string; title?: string }) {
  const width = Math.max(0, Math.min(1, ratio)) * 28
  return (
    <span className="cov" title={title}>
      <svg viewBox="0 0 28 6" aria-hidden="true">
        <rect width="28" height="6" rx="1" fill="var(--line)" />
        <rect width={width} height="6" rx="1" fill="var(--ink-3)" />
      </svg>
      {label}
    </span>
  )
}
