import { z } from 'zod'
import { readOrganisation, writeOrganisation } from '@/lib/auth/organisation.ts'
import { route } from '@/lib/http/route.ts'

export const GET = route({ permission: 'settings:read', run: async () => ({ name: await readOrganisation() }) })

/** Names the organisation; an empty name takes it back. */
export const PUT = route({
  permission: 'settings:write',
  body: z.object({ name: z.string().trim().max(100) }),
  run: async ({ scope, body }) => {
    await writeOrganisation(scope, body.name)
    return {}
  },
})
