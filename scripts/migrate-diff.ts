import { readFileSync } from 'node:fs'
import { ensureDatabase } from '@/lib/db/embedded.ts'
import { diffSchemas } from '@/lib/db/schema-engine.ts'

// With OLD_SCHEMA (`git show HEAD:prisma/schema.prisma > old.prisma`) the SQL from that one to the present one.
const [old] = process.argv.slice(2)
const { url } = await ensureDatabase()
const from = old === undefined ? undefined : readFileSync(old, 'utf8')
process.stdout.write(await diffSchemas(url, from, readFileSync('prisma/schema.prisma', 'utf8')))
