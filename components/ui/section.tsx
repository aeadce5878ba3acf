import type { ReactNode } from 'react'

/** A ruled section: an ink rule, a title, a note in the third ink, actions at the right. `span` counts columns of twelve. */
export function Section(props: {
  title: ReactNode
  note?: ReactNode
  actions?: ReactNode
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12
  id?: string
  children: ReactNode
}) {
  return (
    <section className={`sec col-${props.span ?? 12}`} id={props.id}>
      <header>
        <h2>{props.title}</h2>
        {props.note && <p>{props.note}</p>}
        {props.actions && <div className="r">{props.actions}</div>}
      </header>
      {props.children}
    </section>
  )
}

/** The twelve columns that sections stand on. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className="grid">{children}</div>
}
