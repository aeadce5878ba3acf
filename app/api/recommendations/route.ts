import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { readFindings } from '@/lib/recommendations/read-findings.ts'
import { keepFresh } from './keep-fresh.ts'

/** Findings of a list, and whether newer ones are being worked out. */
export const GET = route({
  permission: 'recommendations:read',
  query: z.object({ list: z.enum(['to-do', 'done', 'dismissed', 'closed']).default('to-do') }),
  run: async ({ scope, query }) => {
    const refreshing = await keepFresh()
    return { ...(await readFindings(scope, query.list)), refreshing }
  },
})
