import { route } from '@/lib/http/route.ts'
import { confirmImport } from '@/lib/import/actions.ts'
import { importParams, readImport } from '@/lib/import/history.ts'

/** Publishes what waits for a person: replaces the slices shown and accepts the issues listed. */
export const POST = route({
  permission: 'imports:write',
  params: importParams,
  run: async ({ scope, params }) => {
    await confirmImport(scope, params.id)
    return readImport(scope, params.id)
  },
})
