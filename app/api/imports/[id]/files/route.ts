import { route } from '@/lib/http/route.ts'
import { importParams } from '@/lib/import/history.ts'
import { launchImport } from '@/lib/import/launch.ts'
import { uploadOf } from '@/lib/import/receive.ts'
import { uploadPart, uploadQuery } from '@/lib/import/upload.ts'

/** A further part of an import as the raw body; without `more=1` it is the last, and the import starts. */
export const POST = route({
  permission: 'imports:write',
  params: importParams,
  query: uploadQuery,
  run: async ({ scope, params, query, request }) => {
    const uploaded = await uploadPart(scope, params.id, query.name, uploadOf(request))
    if (!query.more) launchImport(params.id)
    return Response.json(uploaded, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
})
