import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { route } from '@/lib/http/route.ts'

/** `{ok: true}` when the server and its database answer; 503 otherwise. For load balancers and containers. */
export const GET = route({
  permission: 'public',
  run: async () => {
    try {
      await db().$queryRaw`SELECT 1`
    } catch (cause) {
      throw new AppError('unavailable', 'The database does not answer.', undefined, { cause })
    }
    return { ok: true }
  },
})
