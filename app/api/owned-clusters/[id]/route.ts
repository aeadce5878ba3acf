import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { deleteCluster } from '@/lib/owned/clusters.ts'
import { launchOwned } from '@/lib/owned/launch.ts'

/** Removes a cluster and starts undoing its charges. */
export const DELETE = route({
  permission: 'rates:write',
  params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
  run: async ({ scope, params }) => {
    await deleteCluster(scope, params.id)
    launchOwned()
    return { deleted: params.id }
  },
})
