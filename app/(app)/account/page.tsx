import type { Metadata } from 'next'
import { PageHead } from '@/components/shell/page-head.tsx'
import { hasPassword } from '@/lib/auth/own-password.ts'
import { minPasswordLength } from '@/lib/auth/password.ts'
import { requirePerson } from '@/lib/auth/session.ts'
import { AccountView } from './view.tsx'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const { id, name, email, role, teams } = await requirePerson()
  return (
    <>
      <PageHead title="Your account" />
      <AccountView
        person={{ name, email, role, teams }}
        hasPassword={await hasPassword(id)}
        minPasswordLength={minPasswordLength}
      />
    </>
  )
}
