import { z } from 'zod'
import { classify, readClassifications, removeClassification } from '@/lib/attribution/classifications.ts'
import { listUnknownGpus } from '@/lib/attribution/unknown-gpus.ts'
import { route } from '@/lib/http/route.ts'

const subject = { provider: z.string().min(1).max(200), evidence: z.string().max(2000) }

/** The unknown GPUs of the live bills, and what was classified. */
export const GET = route({
  permission: 'settings:read',
  run: async () => ({ unknown: await listUnknownGpus(), classified: await readClassifications() }),
})

/** Classifies a text; answers how many meters changed. */
export const PUT = route({
  permission: 'settings:write',
  body: z.object({
    ...subject,
    gpuClass: z.string().max(100),
    gpuCount: z
      .string()
      .regex(/^\d{1,4}(?:\.\d{1,4})?$/, 'The count is a number such as 8.')
      .refine((count) => Number(count) > 0, 'The count has to be above 0.'),
  }),
  run: ({ scope, body }) => classify(scope, body),
})

/** Takes a classification back; answers how many meters changed. */
export const DELETE = route({
  permission: 'settings:write',
  body: z.object(subject),
  run: ({ scope, body }) => removeClassification(scope, body),
})
