'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const pages = [
  { href: '/settings', label: 'Organisation' },
  { href: '/settings/people', label: 'People' },
  { href: '/settings/tag-keys', label: 'Tag keys' },
  { href: '/settings/gpus', label: 'Unknown GPUs' },
  { href: '/settings/sample', label: 'Sample data' },
  { href: '/settings/audit', label: 'Audit log' },
  { href: '/settings/about', label: 'About' },
]

/** The pages of Settings, in the bar under the title. */
export function SettingsNav() {
  const path = usePathname()
  return (
    <nav className="bar" aria-label="Settings">
      {pages.map(({ href, label }) => {
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
