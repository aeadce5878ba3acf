import { Logo } from '@/components/ui/icon.tsx'
import { AccountMenu } from './account-menu.tsx'
import type { NavGroup } from './nav.ts'
import { NavLinks } from './nav-links.tsx'
import { ThemeButton } from './theme-button.tsx'

export type Viewer = { name: string; role: string }

/** The pages at the left, and at its foot who reads them. Hidden on a phone. */
export function Sidebar({ groups, viewer }: { groups: readonly NavGroup[]; viewer: Viewer }) {
  return (
    <aside className="side" aria-label="Pages">
      <div className="side-in">
        <div className="brand">
          <Logo />
          GPU Ledger
        </div>
        <NavLinks groups={groups} />
        <footer>
          <div className="row">
            <span className="who">
              <b>{viewer.name}</b>
              <span className="ink3">{viewer.role}</span>
            </span>
            <span className="row">
              <ThemeButton />
              <AccountMenu />
            </span>
          </div>
        </footer>
      </div>
    </aside>
  )
}
