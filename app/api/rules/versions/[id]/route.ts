import { z } from 'zod'
import { readRuleVersion } from '@/lib/attribution/rule-versions.ts'
import { route } from '@/lib/http/route.ts'

/** The rules of one saved version. */
export const GET = route({
  permission: 'rules:read',
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  run: ({ scope, params }) => readRuleVersion(scope, params.id),
})
