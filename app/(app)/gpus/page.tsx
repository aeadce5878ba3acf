import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { SearchParams } from '../page-data.ts'
import { prefetch, readPage } from '../page-data.ts'
import { gpuAsks, gpuFilter } from './asks.ts'
import { GpusView } from './view.tsx'

export const metadata: Metadata = { title: 'GPUs' }

export default async function GpusPage({ searchParams }: { searchParams: SearchParams }) {
  const scope = await requireScope('spend:read')
  const page = await readPage(scope, searchParams, { group: 'gpu-class' })
  if (!page) {
    const mayImport = may(scope.role, 'imports:write')
    return <NoData title="GPUs" shows="This page shows GPU hours, their cost and their rate." mayImport={mayImport} />
  }
  return (
    <HydrationBoundary state={await prefetch(scope, gpuAsks(gpuFilter(page.filter), page.data))}>
      <PageDataProvider value={page.data}>
        <GpusView />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
