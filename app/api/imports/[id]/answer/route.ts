import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { answerImport } from '@/lib/import/actions.ts'
import { importParams, readImport } from '@/lib/import/history.ts'
import { launchImport } from '@/lib/import/launch.ts'

/** Answers the question that an import waits with, by the question's id; a column mapping is JSON text under `mapping`. */
export const POST = route({
  permission: 'imports:write',
  params: importParams,
  body: z.record(z.string().max(100), z.string().max(100_000)),
  run: async ({ scope, params, body }) => {
    await answerImport(scope, params.id, body)
    launchImport(params.id)
    return readImport(scope, params.id)
  },
})
