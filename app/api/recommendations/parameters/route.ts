import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { readParameters, writeParameters } from '@/lib/recommendations/parameters.ts'

export const GET = route({ permission: 'recommendations:read', run: () => readParameters() })

/** Replaces the thresholds that differ from the defaults. */
export const PUT = route({
  permission: 'recommendations:configure',
  body: z.object({ values: z.record(z.string(), z.number()) }),
  run: async ({ scope, body }) => {
    await writeParameters(scope, body.values)
    return {}
  },
})
