import { prepareDatabase } from '@/lib/db/prepare.ts'
import { endChild, Lifetime, startNode } from '@/scripts/child.ts'

const lifetime = new Lifetime()
await lifetime.run(async () => {
  const database = await prepareDatabase()
  lifetime.onEnd(database.stop)
  const port = process.env.PORT || '3000'
  const child = startNode(['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', port], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  lifetime.onEnd(() => endChild(child))
  child.once('exit', (code) => void lifetime.end(code ?? 1))
})
