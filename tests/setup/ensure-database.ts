import { ensureDatabase } from '@/lib/db/embedded.ts'

// A program that needs the database for a moment, like the importer.
const { url } = await ensureDatabase()
console.log(url)
