import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell.tsx'
import { navGroups } from '@/components/shell/nav.ts'
import { SampleBanner } from '@/components/shell/sample-banner.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { may } from '@/lib/auth/permissions.ts'
import { scopeOf } from '@/lib/auth/person.ts'
import { requirePerson } from '@/lib/auth/session.ts'
import { readFreshness } from './read-freshness.ts'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson()
  const { hasSample } = await readFreshness(scopeOf(person))
  const groups = navGroups.map((group) => ({
    ...group,
    items: group.items.filter((item) => item.roles.includes(person.role)),
  }))
  const removal = may(person.role, 'imports:write') && <ButtonLink href="/imports#sample">Remove it</ButtonLink>
  return (
    <AppShell
      groups={groups}
      viewer={{ name: person.name, role: person.role }}
      banner={hasSample && <SampleBanner action={removal} />}
    >
      {children}
    </AppShell>
  )
}
