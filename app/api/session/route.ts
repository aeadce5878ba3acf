import { personOfRequest } from '@/lib/auth/person.ts'
import { route } from '@/lib/http/route.ts'

/** Who is signed in: `{person: {id, email, name, role, teams}}`, or `{person: null}`. */
export const GET = route({
  permission: 'public',
  run: async ({ request }) => ({ person: await personOfRequest(request) }),
})
