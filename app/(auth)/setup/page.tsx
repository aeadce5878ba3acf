import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { isDemo } from '@/lib/auth/demo.ts'
import { needsFirstAdmin } from '@/lib/auth/first-run.ts'
import { minPasswordLength } from '@/lib/auth/password.ts'
import { SetupView } from './view.tsx'

export const metadata: Metadata = { title: 'First admin' }
export const dynamic = 'force-dynamic'

export default async function SetupPage() {
  if (isDemo() || !(await needsFirstAdmin())) redirect('/sign-in')
  return <SetupView minPasswordLength={minPasswordLength} />
}
