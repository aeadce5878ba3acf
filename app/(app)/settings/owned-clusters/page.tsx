import type { Metadata } from 'next'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import { listClusters } from '@/lib/owned/clusters.ts'
import { hourlyCost } from '@/lib/owned/hourly-cost.ts'
import { OwnedClustersView } from './view.tsx'

export const metadata: Metadata = { title: 'Owned clusters' }

export default async function OwnedClustersPage() {
  const { role } = await requireScope('rates:read')
  const clusters = (await listClusters()).map((cluster) => ({ ...cluster, cost: hourlyCost(cluster.terms) }))
  return (
    <OwnedClustersView
      clusters={clusters}
      classes={gpuClasses.map(({ id, tdpWatts }) => ({ id, tdpWatts }))}
      today={new Date().toISOString().slice(0, 10)}
      mayChange={may(role, 'rates:write')}
    />
  )
}
