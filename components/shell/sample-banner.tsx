import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon.tsx'

/** Says on every page that the figures are made up. `action` is the way to remove them, for who may. */
export function SampleBanner({ action }: { action?: ReactNode }) {
  return (
    <aside className="banner" aria-label="Sample data">
      <Icon name="info" />
      <span>Sample data of a made-up company: none of these figures is real.</span>
      {action && <span className="end">{action}</span>}
    </aside>
  )
}
