import { z } from 'zod'
import { connection } from '@/lib/auth/client-address.ts'
import { changeOwnPassword } from '@/lib/auth/own-password.ts'
import { route } from '@/lib/http/route.ts'

/** Changes the own password; every session of this person ends, this one too. */
export const POST = route({
  permission: 'account:write',
  body: z.object({ current: z.string().max(1000), password: z.string().max(1000) }),
  run: async ({ scope, body, request }) => {
    const { address } = connection(request.headers)
    await changeOwnPassword(scope, { ...body, address })
    return { email: scope.actor }
  },
})
