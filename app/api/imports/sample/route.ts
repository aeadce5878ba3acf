import { route } from '@/lib/http/route.ts'
import { removeSample } from '@/lib/import/actions.ts'

/** Removes the sample data: every import that is marked as sample. */
export const DELETE = route({
  permission: 'imports:write',
  run: async ({ scope }) => {
    await removeSample(scope)
    return {}
  },
})
