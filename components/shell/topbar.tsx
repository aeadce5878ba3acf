'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { IconButton } from '@/components/ui/button.tsx'
import { Logo } from '@/components/ui/icon.tsx'
import { AccountMenu } from './account-menu.tsx'
import type { NavGroup } from './nav.ts'
import { NavLinks } from './nav-links.tsx'
import type { Viewer } from './sidebar.tsx'
import { ThemeButton } from './theme-button.tsx'

/** The sidebar of a phone: a bar at the top and the pages in a drawer. */
export function Topbar({ groups, viewer }: { groups: readonly NavGroup[]; viewer: Viewer }) {
  const drawer = useRef<HTMLDialogElement>(null)
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at another page closes the drawer
  useEffect(() => drawer.current?.close(), [path])
  return (
    <header className="topbar">
      <Logo />
      GPU Ledger
      <span className="end">
        <ThemeButton />
        <IconButton look="ghost" icon="menu" label="Menu" onClick={() => drawer.current?.showModal()} />
      </span>
      <dialog ref={drawer} className="drawer" aria-label="Menu">
        <div className="drawer-nav">
          <div className="brand">
            <Logo />
            GPU Ledger
          </div>
          <NavLinks groups={groups} />
          <div className="row">
            <span className="ink3">
              {viewer.name}, {viewer.role}
            </span>
            <AccountMenu />
          </div>
          <IconButton icon="close" label="Close menu" onClick={() => drawer.current?.close()} />
        </div>
      </dialog>
    </header>
  )
}
