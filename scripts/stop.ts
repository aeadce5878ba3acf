import { stopDatabase } from '@/lib/db/embedded.ts'

console.log((await stopDatabase()) ? 'The embedded Postgres is stopped.' : 'The embedded Postgres was not running.')
