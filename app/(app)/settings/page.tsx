import type { Metadata } from 'next'
import { readOrganisation } from '@/lib/auth/organisation.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { OrganisationView } from './view.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function OrganisationPage() {
  await requireScope('settings:read')
  return <OrganisationView name={(await readOrganisation()) ?? ''} />
}
