'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const pages = [
  { href: '/unit-economics', label: 'Training runs' },
  { href: '/unit-economics/serving', label: 'Tokens and serving' },
] as const

/** The two pages of unit economics. */
export function EconomicsNav() {
  const path = usePathname()
  return (
    <nav className="bar" aria-label="Unit economics">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          className="btn ghost"
          aria-current={path === href ? 'page' : undefined}
          style={path === href ? { background: 'var(--surface-current)', color: 'var(--ink)' } : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
