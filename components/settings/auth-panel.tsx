import type { ReactNode } from 'react'

/** A page outside the shell: its title under the ink rule, and a form. */
export function AuthPanel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sec">
      <div className="head">
        <h1>{title}</h1>
      </div>
      {children}
    </section>
  )
}
