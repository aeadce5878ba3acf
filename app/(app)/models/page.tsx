import type { Metadata } from 'next'
import { requireScope } from '@/lib/auth/session.ts'
import { EntitiesPage } from '../entity/entities-page.tsx'
import type { SearchParams } from '../page-data.ts'

export const metadata: Metadata = { title: 'Models' }

export default async function ModelsPage({ searchParams }: { searchParams: SearchParams }) {
  return <EntitiesPage kind="model" scope={await requireScope('spend:read')} searchParams={searchParams} />
}
