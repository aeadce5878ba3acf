import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { editRate } from '@/lib/rates/change-rates.ts'
import { rateEdit } from '@/lib/rates/edit-shape.ts'
import { listRates } from '@/lib/rates/live-rates.ts'

export const GET = route({ permission: 'rates:read', run: async () => ({ rates: await listRates() }) })

/** Adds a rate, changes one (the old one ends), or ends one; answers the id of the new rate and what changed. */
export const PUT = route({
  permission: 'rates:write',
  body: z.object(rateEdit),
  run: ({ scope, body }) => editRate(scope, body),
})
