import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { listClusters, saveCluster } from '@/lib/owned/clusters.ts'
import { launchOwned } from '@/lib/owned/launch.ts'
import { ownedDraft } from '@/lib/owned/read-terms.ts'

export const GET = route({ permission: 'rates:read', run: async () => ({ clusters: await listClusters() }) })

/** Writes a cluster, new where `id` is null, and starts writing its charges; answers its id. */
export const PUT = route({
  permission: 'rates:write',
  body: z.object({ id: z.number().int().min(1).max(2_147_483_647).nullable(), draft: ownedDraft }),
  run: async ({ scope, body }) => {
    const saved = await saveCluster(scope, body.id, body.draft)
    launchOwned()
    return saved
  },
})
