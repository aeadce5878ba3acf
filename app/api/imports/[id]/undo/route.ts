import { route } from '@/lib/http/route.ts'
import { undoImport } from '@/lib/import/actions.ts'
import { importParams, readImport } from '@/lib/import/history.ts'

/** Takes a published import back: what it replaced becomes current again. */
export const POST = route({
  permission: 'imports:write',
  params: importParams,
  run: async ({ scope, params }) => {
    await undoImport(scope, params.id)
    return readImport(scope, params.id)
  },
})
