import { z } from 'zod'
import { AppError } from '@/lib/core/errors.ts'
import { route } from '@/lib/http/route.ts'
import { previewCost } from '@/lib/owned/hourly-cost.ts'
import { ownedDraft } from '@/lib/owned/read-terms.ts'

/** What a GPU-hour of a cluster, given as JSON in `draft`, would cost, or what is still missing to tell. Changes nothing. */
export const GET = route({
  permission: 'rates:read',
  query: z.object({ draft: z.string().max(20_000) }),
  run: async ({ query }) => previewCost(parsed(query.draft)),
})

function parsed(text: string) {
  try {
    return ownedDraft.parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('bad_request', 'The cluster is not what this route takes.', undefined, { cause })
  }
}
