import { z } from 'zod'
import { checkedRules } from '@/lib/attribution/checked-rules.ts'
import { readPreview } from '@/lib/attribution/rule-preview.ts'
import { route } from '@/lib/http/route.ts'

/** What a draft of the rules would do to the last three months. Changes nothing; a list of rules is too long for an address. */
export const POST = route({
  permission: 'rules:write',
  body: z.object({ rules: z.unknown() }),
  run: ({ body }) => readPreview(checkedRules(body.rules)),
})
