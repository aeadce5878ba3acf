import { z } from 'zod'
import { listExchangeRates, removeExchangeRate, saveExchangeRate } from '@/lib/currency/change-rates.ts'
import { listClosedMonths } from '@/lib/currency/closed-months.ts'
import { monthOf } from '@/lib/currency/exchange-rate.ts'
import { route } from '@/lib/http/route.ts'

const text = z.string().max(500)
const month = z
  .string()
  .refine((value) => monthOf(value) !== null, 'Write the month as YYYY-MM.')
  .transform((value) => monthOf(value) ?? '')

export const GET = route({
  permission: 'rates:read',
  run: async () => ({ rates: await listExchangeRates(), closed: await listClosedMonths() }),
})

/** Writes one rate over what was there for its month and pair; answers it as stored. */
export const PUT = route({
  permission: 'rates:write',
  body: z.object({ month: text, from: text, to: text, rate: text, source: text, date: text }),
  run: ({ scope, body }) => saveExchangeRate(scope, body),
})

export const DELETE = route({
  permission: 'rates:write',
  body: z.object({ month, from: text, to: text }),
  run: async ({ scope, body }) => {
    await removeExchangeRate(scope, body)
    return { removed: true }
  },
})
