import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { listImports } from '@/lib/import/history.ts'
import { launchImport } from '@/lib/import/launch.ts'
import { uploadOf } from '@/lib/import/receive.ts'
import { uploadNew, uploadQuery } from '@/lib/import/upload.ts'

/** The history, newest first. */
export const GET = route({
  permission: 'imports:read',
  query: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).default(1) }),
  run: ({ scope, query }) => listImports(scope, query.page),
})

/** The first or only file of a new import as the raw body; with `more=1` further parts follow before it starts. */
export const POST = route({
  permission: 'imports:write',
  query: uploadQuery,
  run: async ({ scope, query, request }) => {
    const uploaded = await uploadNew(scope, query.name, uploadOf(request))
    if (!query.more) launchImport(uploaded.id)
    return Response.json(uploaded, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
})
