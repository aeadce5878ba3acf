import type { CSSProperties, ReactNode } from 'react'

/** Key figures in one strip, hairlines between. `count` is the number of figures in it. */
export function KpiStrip({ count, label, children }: { count: number; label: string; children: ReactNode }) {
  return (
    <dl className="kpis" aria-label={label} style={{ '--n': count } as CSSProperties}>
      {children}
    </dl>
  )
}

/** One key figure: its name, the figure, and a line or two beside it. */
export function Kpi({ label, value, children }: { label: ReactNode; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="kpi">
      <dt>{label}</dt>
      <dd className="v">{value}</dd>
      <dd className="s">{children}</dd>
    </div>
  )
}
