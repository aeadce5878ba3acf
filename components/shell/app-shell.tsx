import type { ReactNode } from 'react'
import type { NavGroup } from './nav.ts'
import { Shortcuts } from './shortcuts.tsx'
import type { Viewer } from './sidebar.tsx'
import { Sidebar } from './sidebar.tsx'
import { Topbar } from './topbar.tsx'

/** The frame that does not move: pages at the left, `banner` above the content, the page in <main>. */
export function AppShell(props: {
  groups: readonly NavGroup[]
  viewer: Viewer
  banner?: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <a className="btn skip" href="#content">
        Skip to content
      </a>
      <Topbar groups={props.groups} viewer={props.viewer} />
      <div className="shell">
        <Sidebar groups={props.groups} viewer={props.viewer} />
        <main className="main" id="content" tabIndex={-1}>
          {props.banner}
          {props.children}
        </main>
      </div>
      <Shortcuts />
    </>
  )
}
