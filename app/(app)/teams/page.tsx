import type { Metadata } from 'next'
import { requireScope } from '@/lib/auth/session.ts'
import { EntitiesPage } from '../entity/entities-page.tsx'
import type { SearchParams } from '../page-data.ts'

export const metadata: Metadata = { title: 'Teams' }

export default async function TeamsPage({ searchParams }: { searchParams: SearchParams }) {
  return <EntitiesPage kind="team" scope={await requireScope('spend:read')} searchParams={searchParams} />
}
