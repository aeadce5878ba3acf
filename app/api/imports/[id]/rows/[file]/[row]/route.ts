import { route } from '@/lib/http/route.ts'
import { readSourceRow, rowParams } from '@/lib/import/source-row.ts'

/** One row as it is in the uploaded file: the header and the values. */
export const GET = route({
  permission: 'imports:read',
  params: rowParams,
  run: ({ scope, params }) => readSourceRow(scope, params),
})
