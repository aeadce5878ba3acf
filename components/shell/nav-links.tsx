'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Icon } from '@/components/ui/icon.tsx'
import type { NavGroup } from './nav.ts'

/** The lists of pages; the current one is marked, its sub-pages included. */
export function NavLinks({ groups }: { groups: readonly NavGroup[] }) {
  const path = usePathname()
  return groups.map((group) => (
    <nav className="nav" key={group.label} aria-label={group.label}>
      {group.heading && <h2>{group.label}</h2>}
      {group.items.map((item) => {
        const current = path === item.href || path.startsWith(`${item.href}/`)
        return (
          <Link key={item.href} href={item.href} prefetch={false} aria-current={current ? 'page' : undefined}>
            <Icon name={item.icon} />
            {item.label}
          </Link>
        )
      })}
    </nav>
  ))
}
