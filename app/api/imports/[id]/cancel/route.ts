import { route } from '@/lib/http/route.ts'
import { cancelImport } from '@/lib/import/actions.ts'
import { importParams, readImport } from '@/lib/import/history.ts'

/** Stops an import that is not published; nothing of it stays in the figures. */
export const POST = route({
  permission: 'imports:write',
  params: importParams,
  run: async ({ scope, params }) => {
    await cancelImport(scope, params.id)
    return readImport(scope, params.id)
  },
})
