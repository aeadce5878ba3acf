import { testDatabase } from '../setup/database.ts'
import { conserves } from './import-conservation.ts'

const { url } = await testDatabase()
conserves(url, ['azure-cost', 'gcp-billing'])
