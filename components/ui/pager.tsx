'use client'

import { formatCount } from '@/lib/core/format.ts'
import { IconButton } from './button.tsx'

/** Which rows of how many, and the way to the others; nothing when one page holds all. Pages count from 1. */
export function Pager(props: { page: number; pageSize: number; count: number; onPage: (page: number) => void }) {
  const { page, pageSize, count, onPage } = props
  if (count <= pageSize) return null
  const last = Math.ceil(count / pageSize)
  const first = (page - 1) * pageSize + 1
  return (
    <nav className="pager" aria-label="Pages">
      <span>
        {formatCount(first)} to {formatCount(Math.min(count, page * pageSize))} of {formatCount(count)}
      </span>
      <span className="join">
        <IconButton icon="left" label="Page before" disabled={page <= 1} onClick={() => onPage(page - 1)} />
        <IconButton icon="right" label="Next page" disabled={page >= last} onClick={() => onPage(page + 1)} />
      </span>
    </nav>
  )
}
