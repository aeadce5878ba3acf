import { route } from '@/lib/http/route.ts'
import { importParams, readReceipt } from '@/lib/import/history.ts'

/** The receipt as a JSON file. */
export const GET = route({
  permission: 'imports:read',
  params: importParams,
  run: async ({ scope, params }) =>
    new Response(`${JSON.stringify(await readReceipt(scope, params.id), null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="receipt-${params.id}.json"`,
        'Cache-Control': 'no-store',
      },
    }),
})
