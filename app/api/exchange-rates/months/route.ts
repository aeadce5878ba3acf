import { z } from 'zod'
import { closeMonth, reopenMonth } from '@/lib/currency/closed-months.ts'
import { monthOf } from '@/lib/currency/exchange-rate.ts'
import { route } from '@/lib/http/route.ts'

const month = z
  .string()
  .refine((value) => monthOf(value) !== null, 'Write the month as YYYY-MM.')
  .transform((value) => monthOf(value) ?? '')

/** Closes a month: its exchange rates are frozen. */
export const POST = route({
  permission: 'months:close',
  body: z.object({ month }),
  run: async ({ scope, body }) => {
    await closeMonth(scope, body.month)
    return { closed: body.month }
  },
})

/** Opens a closed month again. */
export const DELETE = route({
  permission: 'months:reopen',
  body: z.object({ month }),
  run: async ({ scope, body }) => {
    await reopenMonth(scope, body.month)
    return { opened: body.month }
  },
})
