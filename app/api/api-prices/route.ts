import { z } from 'zod'
import { AppError } from '@/lib/core/errors.ts'
import { isDay } from '@/lib/core/period.ts'
import { route } from '@/lib/http/route.ts'
import { addPriceList, readPriceList } from '@/lib/recommendations/api-price-lists.ts'

/** LiteLLM's own file has about a megabyte. */
const MAX_BYTES = 16 * 1024 * 1024

export const GET = route({ permission: 'recommendations:read', run: () => readPriceList() })

/** Stores a price list: the file as the body, in the layout of LiteLLM's model_prices_and_context_window.json. */
export const POST = route({
  permission: 'recommendations:configure',
  query: z.object({
    name: z.string().trim().min(1).max(200),
    on: z.string().refine(isDay, 'is no day such as 2026-11-25'),
  }),
  run: async ({ scope, query, request }) => {
    if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES)
      throw new AppError('too_large', `The list is longer than ${MAX_BYTES} bytes.`)
    const text = await request.text()
    if (text.length > MAX_BYTES) throw new AppError('too_large', `The list is longer than ${MAX_BYTES} bytes.`)
    return addPriceList(scope, { name: query.name, pricedOn: query.on, text })
  },
})
