import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { importParams } from '@/lib/import/history.ts'
import { issuesCsv } from '@/lib/import/issues-csv.ts'

/** Every issue of an import as a CSV file. */
export const GET = route({
  permission: 'imports:read',
  params: importParams,
  query: z.object({ format: z.literal('csv') }),
  run: async ({ scope, params }) =>
    new Response(await issuesCsv(scope, params.id), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="issues-${params.id}.csv"`,
        'Cache-Control': 'no-store',
      },
    }),
})
