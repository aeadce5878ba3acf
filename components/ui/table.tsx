'use client'

import type { ReactNode } from 'react'

/** Lets a table scroll inside itself; focusable, so that a keyboard can scroll it. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="tw" tabIndex={0} aria-label={`${label}, table`}>
      {children}
    </section>
  )
}

export type SortState = { column: string; descending: boolean }

/** The next state when a head is pressed: the same column turns round, a new one starts descending. */
export function nextSort(sort: SortState, column: string, firstDescending = true): SortState {
  return sort.column === column ? { column, descending: !sort.descending } : { column, descending: firstDescending }
}

/** A table head that sorts. */
export function SortHead(props: {
  column: string
  sort: SortState
  onSort: (column: string) => void
  className?: string
  children: ReactNode
}) {
  const active = props.sort.column === props.column
  return (
    <th
      scope="col"
      className={props.className}
      aria-sort={active ? (props.sort.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={() => props.onSort(props.column)}>
        {props.children}
        {active && (
          <svg className="srt" viewBox="0 0 8 6" aria-hidden="true">
            <path d={props.sort.descending ? 'M0 0h8L4 6z' : 'M0 6h8L4 0z'} />
          </svg>
        )}
      </button>
    </th>
  )
}
