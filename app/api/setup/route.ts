import { z } from 'zod'
import { createFirstAdmin } from '@/lib/auth/first-run.ts'
import { route } from '@/lib/http/route.ts'

/** Creates the first admin with the one-time token of the server's log. */
export const POST = route({
  permission: 'public',
  body: z.object({
    token: z.string().max(100),
    email: z.email('This is not an e-mail address.').max(200),
    name: z.string().trim().min(1, 'A name is needed.').max(100),
    password: z.string().max(1000),
  }),
  run: async ({ body }) => {
    await createFirstAdmin(body)
    return { email: body.email }
  },
})
