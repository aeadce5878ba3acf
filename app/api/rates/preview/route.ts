import { z } from 'zod'
import { AppError } from '@/lib/core/errors.ts'
import { route } from '@/lib/http/route.ts'
import { previewEdit } from '@/lib/rates/change-rates.ts'
import { rateEdit } from '@/lib/rates/edit-shape.ts'

/** What an edit of rates, given as JSON in `edit`, would do to the live bills. Changes nothing. */
export const GET = route({
  permission: 'rates:write',
  query: z.object({ edit: z.string().max(10_000) }),
  run: ({ query }) => previewEdit(parsed(query.edit)),
})

function parsed(text: string) {
  try {
    return z.object(rateEdit).parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('bad_request', 'The edit is not what this route takes.', undefined, { cause })
  }
}
