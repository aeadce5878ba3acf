import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { requireScope } from '@/lib/auth/session.ts'
import { meterLabels } from '@/lib/spend/charge.ts'
import type { SearchParams } from '../../../page-data.ts'
import { prefetch, readPage } from '../../../page-data.ts'
import { chargesFilter } from './charges-filter.ts'
import { MeterView } from './view.tsx'

export const metadata: Metadata = { title: 'Meter' }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
type Props = { params: Promise<{ meterId: string }>; searchParams: SearchParams }

export default async function MeterPage({ params, searchParams }: Props) {
  const scope = await requireScope('spend:read')
  const { meterId } = await params
  const page = await readPage(scope, searchParams, { group: 'team' })
  const meter = UUID.test(meterId) ? await meterLabels(scope, meterId) : null
  if (!page || !meter) notFound()
  const first = { meter: meterId, page: '1' }
  return (
    <HydrationBoundary state={await prefetch(scope, [['charges', chargesFilter(page.filter), first]])}>
      <PageDataProvider value={page.data}>
        <MeterView meter={meter} />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
