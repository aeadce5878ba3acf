import { z } from 'zod'
import { readTagKeys, writeTagKeys } from '@/lib/attribution/settings.ts'
import { route } from '@/lib/http/route.ts'

const keys = z.array(z.string().trim().min(1, 'A key needs at least one character.').max(200)).max(100)

export const GET = route({ permission: 'settings:read', run: () => readTagKeys() })

/** Replaces the four lists and attributes every meter anew; answers how many meters changed. */
export const PUT = route({
  permission: 'settings:write',
  body: z.object({ team: keys, project: keys, model: keys, environment: keys }),
  run: ({ scope, body }) => writeTagKeys(scope, body),
})
