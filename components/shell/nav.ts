import type { IconName } from '@/components/ui/icon.tsx'

type Role = 'admin' | 'finance' | 'engineer'
export type NavItem = { href: string; label: string; icon: IconName; roles: readonly Role[] }
export type NavGroup = { label: string; heading: boolean; items: readonly NavItem[] }

const everyone: readonly Role[] = ['admin', 'finance', 'engineer']

/** Every page that the sidebar lists, and who sees it. The pages check permissions themselves. */
export const navGroups: readonly NavGroup[] = [
  {
    label: 'Main',
    heading: false,
    items: [
      { href: '/overview', label: 'Overview', icon: 'overview', roles: everyone },
      { href: '/spend', label: 'Spend', icon: 'spend', roles: everyone },
      { href: '/gpus', label: 'GPUs', icon: 'gpu', roles: everyone },
      { href: '/recommendations', label: 'Recommendations', icon: 'recommendation', roles: everyone },
      { href: '/unit-economics', label: 'Unit economics', icon: 'unit', roles: everyone },
    ],
  },
  {
    label: 'Allocation',
    heading: true,
    items: [
      { href: '/teams', label: 'Teams', icon: 'team', roles: everyone },
      { href: '/projects', label: 'Projects', icon: 'project', roles: everyone },
      { href: '/models', label: 'Models', icon: 'model', roles: everyone },
      { href: '/rules', label: 'Rules', icon: 'edit', roles: everyone },
      { href: '/unallocated', label: 'Unallocated', icon: 'warning', roles: everyone },
    ],
  },
  {
    label: 'Data',
    heading: true,
    items: [
      { href: '/imports', label: 'Imports', icon: 'import', roles: everyone },
      { href: '/settings', label: 'Settings', icon: 'settings', roles: ['admin'] },
      { href: '/settings/exchange-rates', label: 'Exchange rates', icon: 'settings', roles: ['finance'] },
    ],
  },
]
