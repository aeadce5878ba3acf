import { z } from 'zod'
import { checkedRules } from '@/lib/attribution/checked-rules.ts'
import { readRules, saveRules } from '@/lib/attribution/rule-versions.ts'
import { route } from '@/lib/http/route.ts'

/** The rules that hold, in order, and their version. */
export const GET = route({ permission: 'rules:read', run: ({ scope }) => readRules(scope) })

/** Saves a whole list as a new version; `base` is the version that was edited. */
export const PUT = route({
  permission: 'rules:write',
  body: z.object({ base: z.number().int().min(0), rules: z.unknown(), note: z.string().trim().max(500) }),
  run: ({ scope, body }) => saveRules(scope, { ...body, rules: checkedRules(body.rules) }),
})
