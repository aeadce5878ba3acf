import { prepareDatabase } from '@/lib/db/prepare.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import { startApp } from '@/scripts/app-server.ts'
import { Lifetime } from '@/scripts/child.ts'
import { importSample } from '@/scripts/sample-import.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'

// The demo, small and in a home that ends with it: what the browser tests run against.
const SCALE = 0.05
const port = Number(process.argv[2])
const home = temporaryHome('e2e')
process.env.GPU_LEDGER_HOME = home.path
delete process.env.DATABASE_URL

const lifetime = new Lifetime()
lifetime.onEnd(async () => home.remove())
await lifetime.run(async () => {
  const database = await prepareDatabase()
  lifetime.onEnd(database.stop)
  if (!isBuilt()) await buildApp()
  await importSample(database.url, SCALE, (line) => console.log(line))
  const app = await startApp('127.0.0.1', port, { GPU_LEDGER_DEMO: '1' })
  lifetime.onEnd(app.stop)
  app.child.once('exit', () => void lifetime.end(1))
})
