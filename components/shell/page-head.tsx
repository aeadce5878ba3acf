import type { ReactNode } from 'react'
import { Children } from 'react'

/** Title row of a page: where it lies, its name, how fresh the data is, and what can be done with the whole page. */
export function PageHead(props: { title: ReactNode; crumbs?: ReactNode; fresh?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="head">
      <div>
        {props.crumbs}
        <h1>{props.title}</h1>
      </div>
      <div className="acts">
        {props.fresh && <span className="fresh">{props.fresh}</span>}
        {props.actions}
      </div>
    </div>
  )
}

/** The way that leads here. Every step but the last is a link. */
export function Crumbs({ children }: { children: ReactNode }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      {Children.toArray(children).map((child, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path has an order and nothing else
        <span className="crumb" key={at}>
          {at > 0 && <span aria-hidden="true"> / </span>}
          {child}
        </span>
      ))}
    </nav>
  )
}
