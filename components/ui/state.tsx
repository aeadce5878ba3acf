import type { ReactNode } from 'react'

/** What is missing, what it would show, and the button that fills it. */
export function EmptyState(props: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="state">
      <b>{props.title}</b>
      {props.children && <p>{props.children}</p>}
      {props.actions && <div className="acts-row">{props.actions}</div>}
    </div>
  )
}

/** What could not be done, what still holds, and a way to try again. `code` is what to quote to an admin. */
export function ErrorState(props: {
  title: string
  children?: ReactNode
  code?: string | undefined
  onRetry?: () => void
}) {
  return (
    <div className="state bad" role="alert">
      <b className="neg">{props.title}</b>
      <p>
        {props.children}
        {props.code && (
          <>
            {' '}
            Code <span className="mono">{props.code}</span>.
          </>
        )}
      </p>
      {props.onRetry && (
        <div className="acts-row">
          <button type="button" className="btn" onClick={props.onRetry}>
            Try again
          </button>
        </div>
      )}
    </div>
  )
}

/** Grey lines in the place of table rows, each a row high. Invisible for the first 200 ms. */
export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  const widths = [62, 48, 55, 40, 58, 45]
  return (
    <div className="sk-late" aria-hidden="true">
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div className="sk-row" key={i}>
          <span className="sk" style={{ width: `${widths[i % widths.length]}%` }} />
          <span className="sk" style={{ width: 72 }} />
        </div>
      ))}
    </div>
  )
}

/** A block of the final height, for charts and key figures that are still loading. */
export function BlockSkeleton({ height }: { height: number }) {
  return <div className="sk-late sk" style={{ height }} aria-hidden="true" />
}
