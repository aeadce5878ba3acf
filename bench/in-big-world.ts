import { Client } from 'pg'
import { disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import type { BigWorld } from './big-world.ts'
import { buildWorld } from './big-world.ts'

/** Who asks in a bench: an admin of every team. */
export const benchScope = { userId: null, actor: 'bench', role: 'admin' as const, teams: null }

/** Runs `work` on a database of its own that holds this world, in a home that ends with it. `work` gets how many charges there are. */
export async function inBigWorld(
  name: string,
  world: BigWorld,
  work: (charges: number) => Promise<void>,
): Promise<void> {
  const home = temporaryHome(name)
  process.env.GPU_LEDGER_HOME = home.path
  const database = await prepareDatabase()
  process.env.DATABASE_URL = database.url
  try {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    const charges = await buildWorld(client, world).finally(() => client.end())
    await work(charges)
  } finally {
    await disconnect()
    await database.stop()
    home.remove()
  }
}
