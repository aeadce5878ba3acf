import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { demoAllowed, demoRoles, isDemo } from '@/lib/auth/demo.ts'
import { needsFirstAdmin } from '@/lib/auth/first-run.ts'
import { nextPath } from '@/lib/auth/next-path.ts'
import { oidcSettings } from '@/lib/auth/oidc.ts'
import { readOrganisation } from '@/lib/auth/organisation.ts'
import { refusalOf } from '@/lib/auth/refusal.ts'
import { getPerson } from '@/lib/auth/session.ts'
import { SignInView } from './view.tsx'

type Query = Record<string, string | string[] | undefined>

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, error } = await searchParams
  const wish = nextPath(typeof next === 'string' ? next : null)
  if (await getPerson()) redirect(wish)
  if (!isDemo() && (await needsFirstAdmin())) redirect('/setup')
  return (
    <SignInView
      next={wish}
      organisation={await readOrganisation()}
      refusal={typeof error === 'string' ? refusalOf(error).message : undefined}
      demoRoles={demoAllowed(await headers()) ? demoRoles : []}
      oidcName={oidcSettings()?.name ?? null}
    />
  )
}
