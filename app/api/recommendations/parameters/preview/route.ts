import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { previewParameters } from '@/lib/recommendations/parameters.ts'

/** Which findings other thresholds would bring and take away. Changes nothing; the thresholds are too many for an address. */
export const POST = route({
  permission: 'recommendations:configure',
  body: z.object({ values: z.record(z.string(), z.number()) }),
  run: ({ body }) => previewParameters(body.values),
})
