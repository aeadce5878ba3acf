import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { requirePerson } from '@/lib/auth/session.ts'

export const metadata: Metadata = { title: 'Not for your role' }

export default async function NotAllowedPage() {
  const { name, role } = await requirePerson()
  return (
    <>
      <h1 className="sr">Not for your role</h1>
      <EmptyState
        title="This page is not for your role"
        actions={
          <>
            <ButtonLink look="solid" href="/overview">
              Go to Overview
            </ButtonLink>
            <ButtonLink href="/account">Sign in as somebody else</ButtonLink>
          </>
        }
      >
        You are signed in as {name}, {role}. An admin can open it, or change your role.
      </EmptyState>
    </>
  )
}
