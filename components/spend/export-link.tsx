'use client'

import { spendUrl } from '@/components/query/spend-key.ts'
import { DownloadLink } from '@/components/ui/button.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'

/** The table as CSV: the same filter in the currency shown, every row and every digit. `shortcut` lets the key E press it. */
export function ExportLink(props: { filter: SpendFilter; currency: string | null; shortcut?: boolean }) {
  const href = spendUrl('breakdown', { ...props.filter, currency: props.currency }, { format: 'csv' })
  return (
    <DownloadLink
      href={href}
      look={props.shortcut ? 'default' : 'ghost'}
      aria-label="Export CSV"
      data-shortcut={props.shortcut ? 'export' : undefined}
    >
      Export CSV
    </DownloadLink>
  )
}
