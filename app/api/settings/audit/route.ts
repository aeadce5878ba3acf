import { z } from 'zod'
import { readAuditLog } from '@/lib/auth/audit-log.ts'
import { route } from '@/lib/http/route.ts'

/** A page of the audit log, newest first. */
export const GET = route({
  permission: 'audit:read',
  query: z.object({
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  run: ({ query }) => readAuditLog(query.before ?? null),
})
