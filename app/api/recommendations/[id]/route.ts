import { z } from 'zod'
import { isDay } from '@/lib/core/period.ts'
import { route } from '@/lib/http/route.ts'
import { readFinding } from '@/lib/recommendations/finding-detail.ts'
import { triage } from '@/lib/recommendations/triage.ts'
import { keepFresh } from '../keep-fresh.ts'

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) })
const day = z.string().refine(isDay, 'is no day such as 2026-11-25')
const change = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('plan'),
    owner: z.string().trim().min(1, 'Name who does it.').max(200),
    dueOn: day.nullable(),
  }),
  z.object({ action: z.literal('done'), doneOn: day }),
  z.object({
    action: z.literal('dismiss'),
    reason: z.string().trim().min(1, 'Say why.').max(1000),
    until: day.nullable(),
  }),
  z.object({ action: z.literal('reopen') }),
  z.object({ action: z.literal('assume'), values: z.record(z.string(), z.number()) }),
])

export const GET = route({
  permission: 'recommendations:read',
  params,
  run: async ({ scope, params: { id } }) => {
    const refreshing = await keepFresh()
    return { ...(await readFinding(scope, id)), refreshing }
  },
})

/** Plans, marks done, dismisses or reopens a finding, or changes its assumptions. */
export const PATCH = route({
  permission: 'recommendations:write',
  params,
  body: change,
  run: ({ scope, params: { id }, body }) => triage(scope, id, body),
})
