'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

const pages: readonly { href: string; label: string; forEveryone?: true }[] = [
  { href: '/settings', label: 'Organisation' },
  { href: '/settings/people', label: 'People' },
  { href: '/settings/tag-keys', label: 'Tag keys' },
  { href: '/settings/gpus', label: 'Unknown GPUs' },
  { href: '/settings/hosts', label: 'Hosts' },
  { href: '/settings/rate-cards', label: 'Rate cards', forEveryone: true },
  { href: '/settings/owned-clusters', label: 'Owned clusters', forEveryone: true },
  { href: '/settings/exchange-rates', label: 'Exchange rates', forEveryone: true },
  { href: '/settings/recommendations', label: 'Thresholds' },
  { href: '/settings/sample', label: 'Sample data' },
  { href: '/settings/audit', label: 'Audit log' },
  { href: '/settings/about', label: 'About' },
]

/** The pages of Settings, in the bar under the title. */
export function SettingsNav({ isAdmin }: { isAdmin: boolean }) {
  const path = usePathname()
  const nav = useRef<HTMLElement>(null)
  // On a phone the bar is wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says which link is the current one
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  return (
    <nav ref={nav} className="bar" aria-label="Settings">
      {pages
        .filter((page) => isAdmin || page.forEveryone)
        .map(({ href, label }) => {
          const current = path === href
          return (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="btn ghost"
              aria-current={current ? 'page' : undefined}
              style={current ? { background: 'var(--surface-current)', color: 'var(--ink)' } : undefined}
            >
              {label}
            </Link>
          )
        })}
    </nav>
  )
}
