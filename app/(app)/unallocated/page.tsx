import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { SearchParams } from '../page-data.ts'
import { prefetch, readPage } from '../page-data.ts'
import { UnallocatedView } from './view.tsx'
import { unknownFilter, worklistDimension } from './worklist-filter.ts'

export const metadata: Metadata = { title: 'Unallocated' }

export default async function UnallocatedPage({ searchParams }: { searchParams: SearchParams }) {
  const scope = await requireScope('spend:read')
  const dimension = worklistDimension((await searchParams).dimension)
  const page = await readPage(scope, searchParams, { group: dimension, idle: 'owner' })
  if (!page) {
    const mayImport = may(scope.role, 'imports:write')
    return (
      <NoData
        title="Unallocated"
        shows="This page lists what nobody has claimed, the largest first."
        mayImport={mayImport}
      />
    )
  }
  const asked = unknownFilter(page.filter, dimension)
  const state = await prefetch(scope, [
    ['meters', asked],
    ['totals', asked],
  ])
  return (
    <HydrationBoundary state={state}>
      <PageDataProvider value={page.data}>
        <UnallocatedView dimension={dimension} mayChange={may(scope.role, 'rules:write')} />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
