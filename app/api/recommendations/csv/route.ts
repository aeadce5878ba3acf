import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { findingsCsv } from '@/lib/recommendations/findings-csv.ts'
import { readFindings } from '@/lib/recommendations/read-findings.ts'

/** A list of findings as a file. */
export const GET = route({
  permission: 'recommendations:read',
  query: z.object({ list: z.enum(['to-do', 'done', 'dismissed', 'closed']).default('to-do') }),
  run: async ({ scope, query }) => {
    const { asOf, rows } = await readFindings(scope, query.list)
    return new Response(findingsCsv(rows), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="recommendations-${query.list}-${asOf ?? 'none'}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  },
})
