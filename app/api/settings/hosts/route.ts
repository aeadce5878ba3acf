import { z } from 'zod'
import { readHostSettings, writeHostSettings } from '@/lib/attribution/host-rules.ts'
import { listSeenMachines } from '@/lib/attribution/seen-machines.ts'
import { route } from '@/lib/http/route.ts'

const text = z.string().max(500)
const rule = z.object({
  id: z.number().int().positive().nullable(),
  side: z.enum(['usage', 'bill']),
  kind: z.enum(['glob', 'regex']),
  pattern: text,
  target: text,
})

/** The rules that name machines, the idle threshold, and the machines of the telemetry with what was found for each. */
export const GET = route({
  permission: 'settings:read',
  run: async () => ({ ...(await readHostSettings()), machines: await listSeenMachines() }),
})

/** Replaces rules and threshold; answers how many machines are named otherwise than before. */
export const PUT = route({
  permission: 'settings:write',
  body: z.object({ rules: z.array(rule).max(200), idleThreshold: z.string().max(10) }),
  run: ({ scope, body }) => writeHostSettings(scope, body),
})
