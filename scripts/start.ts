import { prepareDatabase } from '@/lib/db/prepare.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import { endChild, Lifetime, startNode } from '@/scripts/child.ts'

const host = process.env.HOST || '127.0.0.1'
const port = process.env.PORT || '3000'
const lifetime = new Lifetime()
await lifetime.run(async () => {
  const database = await prepareDatabase()
  lifetime.onEnd(database.stop)
  if (!isBuilt()) {
    console.log('Building the app ...')
    await buildApp()
  }
  // Not startApp: the server's log, with the token for the first admin, belongs on this terminal.
  const child = startNode(['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', port], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  lifetime.onEnd(() => endChild(child))
  child.once('exit', (code) => void lifetime.end(code ?? 1))
})
