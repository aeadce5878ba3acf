import { z } from 'zod'
import { changePerson } from '@/lib/auth/people.ts'
import { route } from '@/lib/http/route.ts'

/** Changes a person's role or teams, or disables and enables. */
export const PATCH = route({
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    role: z.enum(['admin', 'finance', 'engineer']).optional(),
    teams: z.array(z.string().max(200)).max(200).optional(),
    disabled: z.boolean().optional(),
  }),
  run: async ({ scope, params, body }) => {
    await changePerson(scope, params.id, body)
    return {}
  },
})
