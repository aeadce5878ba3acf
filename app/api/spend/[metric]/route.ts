import { z } from 'zod'
import { toCsv } from '@/lib/core/csv.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { route } from '@/lib/http/route.ts'
import { csvRows } from '@/lib/spend/csv-rows.ts'
import { isMetricName, metrics } from '@/lib/spend/index.ts'

/** Every metric, as JSON or, with `?format=csv` or `Accept: text/csv`, the same rows as CSV. */
export const GET = route({
  permission: 'spend:read',
  params: z.object({ metric: z.string().refine(isMetricName) }),
  run: async ({ scope, params, request }) => {
    const query = new URL(request.url).searchParams
    const today = new Date().toISOString().slice(0, 10)
    const { asOf } = await metrics.freshness(scope)
    const filter = parseFilter(query, { asOf: asOf ?? today })
    const own = Object.fromEntries(query)
    const answer = await metrics[params.metric](scope, filter, own)
    const asCsv = query.get('format') === 'csv' || request.headers.get('accept')?.startsWith('text/csv')
    if (!asCsv) return answer
    const rows = csvRows(params.metric, answer, filter.group, own)
    const name = `${params.metric}-${filter.period.from}-${filter.period.to}.csv`
    return new Response(toCsv(Object.keys(rows[0] ?? {}), rows), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
        Vary: 'Accept',
      },
    })
  },
})
