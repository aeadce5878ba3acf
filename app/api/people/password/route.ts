import { z } from 'zod'
import { setPasswordByLink } from '@/lib/auth/password-link.ts'
import { route } from '@/lib/http/route.ts'

/** Sets a password with the code of a link that an admin handed over. */
export const POST = route({
  permission: 'public',
  body: z.object({ code: z.string().max(300), password: z.string().max(1000) }),
  run: async ({ body }) => ({ email: await setPasswordByLink(body.code, body.password) }),
})
