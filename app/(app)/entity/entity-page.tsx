import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { EntityKind } from '@/components/allocation/entity.ts'
import { entityFilter, entityLabel, entityOf } from '@/components/allocation/entity.ts'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import type { SearchParams } from '../page-data.ts'
import { prefetch, readPage } from '../page-data.ts'
import { entityAsks } from './asks.ts'
import { EntityView } from './view.tsx'

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams }

/** The title of the page of one team, project or model. */
export async function entityMetadata(kind: EntityKind, params: Props['params']): Promise<Metadata> {
  const entity = entityOf(kind, (await params).name)
  return { title: entity ? entityLabel(entity) : undefined }
}

/** The page of one team, project or model. A name that nothing has is a page that says so; one that cannot be a name is not found. */
export async function EntityPage({ kind, scope, params, searchParams }: Props & { kind: EntityKind; scope: Scope }) {
  const entity = entityOf(kind, (await params).name)
  if (!entity) notFound()
  const page = await readPage(scope, searchParams, { group: 'gpu-class', idle: 'owner' })
  if (!page) {
    const mayImport = may(scope.role, 'imports:write')
    const shows = 'This page shows hours, cost, workloads and machines.'
    return <NoData title={entityLabel(entity)} shows={shows} mayImport={mayImport} />
  }
  return (
    <HydrationBoundary state={await prefetch(scope, entityAsks(entityFilter(page.filter, entity), page.data))}>
      <PageDataProvider value={page.data}>
        <EntityView entity={entity} />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
