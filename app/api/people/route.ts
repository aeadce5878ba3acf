import { z } from 'zod'
import { invitePerson, listPeople } from '@/lib/auth/people.ts'
import { route } from '@/lib/http/route.ts'

/** Everybody, by name. */
export const GET = route({ permission: 'people:write', run: async () => ({ people: await listPeople() }) })

/** Adds a person; the answer holds the one-time link to set a password, which is shown nowhere again. */
export const POST = route({
  permission: 'people:write',
  body: z.object({
    email: z.email('This is not an e-mail address.').max(200),
    name: z.string().trim().min(1, 'A name is needed.').max(100),
    role: z.enum(['admin', 'finance', 'engineer']),
    teams: z.array(z.string().max(200)).max(200).default([]),
  }),
  run: async ({ scope, body }) => ({ link: await invitePerson(scope, body) }),
})
