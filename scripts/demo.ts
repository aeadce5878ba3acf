import { prepareDatabase } from '@/lib/db/prepare.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import { firstFreePort, startApp } from '@/scripts/app-server.ts'
import { Lifetime } from '@/scripts/child.ts'
import { importSample } from '@/scripts/sample-import.ts'

const HOST = '127.0.0.1'
const started = performance.now()

function say(line: string): void {
  console.log(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`)
}

const lifetime = new Lifetime()
await lifetime.run(async () => {
  say('Starting the database ...')
  const database = await prepareDatabase()
  lifetime.onEnd(database.stop)
  // Building and importing each keep about one core busy.
  const build = isBuilt() ? undefined : buildApp().then(() => say('The app is built.'))
  if (build) say('Building the app in the background ...')
  build?.catch(() => {})
  await importSample(database.url, 1, say)
  await build
  const port = await firstFreePort(HOST, Number(process.env.PORT || 3000))
  const app = await startApp(HOST, port, { GPU_LEDGER_DEMO: '1' })
  lifetime.onEnd(app.stop)
  app.child.once('exit', () => void lifetime.end(1))
  say('Ready.')
  console.log(`
  GPU Ledger with sample data:  ${app.url}

  Sign in with one click as finance, engineer or admin (only in the demo, only from this machine).
  Your own bills: Imports, as admin. Without the demo's sign-in: npm start.
  Ctrl-C stops everything; what is stored stays.
`)
})
