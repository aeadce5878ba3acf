import type { ReactNode } from 'react'
import { SettingsNav } from '@/components/settings/settings-nav.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { requireScope } from '@/lib/auth/session.ts'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  // The pages ask for more; rates are for everyone to read.
  const { role } = await requireScope('rates:read')
  return (
    <>
      <PageHead title="Settings" />
      <SettingsNav isAdmin={role === 'admin'} />
      {children}
    </>
  )
}
