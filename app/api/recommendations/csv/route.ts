import { z } from 'zod'
import type { FilterName } from '@/components/recommendations/finding-filter.ts'
import { filterNames, matching } from '@/components/recommendations/finding-filter.ts'
import { route } from '@/lib/http/route.ts'
import { findingsCsv } from '@/lib/recommendations/findings-csv.ts'
import { readFindings } from '@/lib/recommendations/read-findings.ts'

const filters = Object.fromEntries(filterNames.map((name) => [name, z.string().optional()])) as Record<
  FilterName,
  z.ZodOptional<z.ZodString>
>

/** A list of findings as a file, narrowed as the page is. */
export const GET = route({
  permission: 'recommendations:read',
  query: z.object({
    list: z.enum(['to-do', 'done', 'dismissed', 'closed']).default('to-do'),
    ...filters,
  }),
  run: async ({ scope, query }) => {
    const { asOf, rows: all } = await readFindings(scope, query.list)
    const rows = matching(all, query)
    return new Response(findingsCsv(rows), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="recommendations-${query.list}-${asOf ?? 'none'}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  },
})
