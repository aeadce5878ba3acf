import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { listFilter } from '@/components/spend/queries.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { SearchParams } from '../../page-data.ts'
import { prefetch, readPage } from '../../page-data.ts'
import { WorkloadView } from './view.tsx'

export const metadata: Metadata = { title: 'Workload' }

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams }

export default async function WorkloadPage({ params, searchParams }: Props) {
  const scope = await requireScope('spend:read')
  const workload = nameOf((await params).name)
  const page = await readPage(scope, searchParams, { group: 'gpu-class', idle: 'owner' })
  if (!page || !workload) notFound()
  const { kind } = await searchParams
  const asked: Record<string, string> = typeof kind === 'string' ? { workload, kind } : { workload }
  return (
    <HydrationBoundary state={await prefetch(scope, [['workload-days', listFilter(page.filter), asked]])}>
      <PageDataProvider value={page.data}>
        <WorkloadView workload={workload} />
      </PageDataProvider>
    </HydrationBoundary>
  )
}

function nameOf(segment: string): string | null {
  try {
    const name = decodeURIComponent(segment)
    return name.includes('\0') ? null : name
  } catch {
    return null
  }
}
