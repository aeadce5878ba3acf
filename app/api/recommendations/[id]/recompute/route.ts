import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { recompute } from '@/lib/recommendations/finding-detail.ts'

/** What a finding would say under other assumptions. Changes nothing. */
export const POST = route({
  permission: 'recommendations:read',
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  body: z.object({ values: z.record(z.string(), z.number()) }),
  run: async ({ scope, params, body }) => ({ finding: await recompute(scope, params.id, body.values) }),
})
