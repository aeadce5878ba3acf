'use client'

import type { ComponentProps, MouseEvent } from 'react'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { pushUrl, useFilter } from './filter-context.tsx'

/** Whether a click is the plain one that the page may take over; all others are the browser's (new tab, download). */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

/** A real link to another view of this page: a plain click changes the filter in place, a middle click opens a tab. */
export function FilterLink({ to, children, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: SpendFilter }) {
  const { hrefOf } = useFilter()
  const href = hrefOf(to)
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        pushUrl(href)
      }}
    >
      {children}
    </a>
  )
}
