import { join } from 'node:path'
import { defineConfig } from 'prisma/config'

// `prisma generate` works in WebAssembly but first wants to download a schema engine it then does not run.
// Any existing file stands in for it; migrations never go through the Prisma CLI (see lib/db/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= process.execPath
process.env.CHECKPOINT_DISABLE ||= '1'
process.env.PRISMA_HIDE_UPDATE_MESSAGE ||= '1'

export default defineConfig({ schema: join('prisma', 'schema.prisma') })
