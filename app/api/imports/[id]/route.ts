import { route } from '@/lib/http/route.ts'
import { importParams, readImport } from '@/lib/import/history.ts'

/** One import: state, progress, question, error, receipt, files and the first issues. */
export const GET = route({
  permission: 'imports:read',
  params: importParams,
  run: ({ scope, params }) => readImport(scope, params.id),
})
