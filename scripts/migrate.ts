import { ensureDatabase } from '@/lib/db/embedded.ts'
import { migrate } from '@/lib/db/migrate.ts'

const { url } = await ensureDatabase()
const applied = await migrate(url)
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
