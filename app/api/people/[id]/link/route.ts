import { z } from 'zod'
import { renewPasswordLink } from '@/lib/auth/password-link.ts'
import { route } from '@/lib/http/route.ts'

/** A new one-time link for a person to set a password; ends earlier links and the person's sessions. */
export const POST = route({
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  run: async ({ scope, params }) => ({ link: await renewPasswordLink(scope, params.id) }),
})
