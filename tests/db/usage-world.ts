import { refresh } from '@/lib/attribution/refresh.ts'
import type { openWorld } from './spend-world.ts'

type World = Awaited<ReturnType<typeof openWorld>>

/** A record of usage; GPU hours are GPUs x hours between the instants. What is not given is not stated. */
export type Usage = {
  role?: 'hold' | 'measure' | 'tokens'
  key?: number
  from: string
  to: string
  resource?: string
  gpus?: number
  team?: string
  project?: string
  model?: string
  workload?: string
  workloadKind?: string
  person?: string
  state?: string
  utilisation?: string
  tokensIn?: string
  tokensOut?: string
}
export type Cover = { resource: string; from: string; to: string }

let keys = 1_000

/** Publishes an import of usage and works everything out, as an upload does. Returns its id. */
export async function publishUsage(
  world: World,
  usage: readonly Usage[],
  covers: readonly Cover[] = [],
): Promise<number> {
  const { run } = world
  const [made] = await run(
    `INSERT INTO import (state, kind, label, created_by) VALUES ('published', 'usage', 'usage', 'test') RETURNING id`,
  )
  const importId = Number(made?.id)
  for (const u of usage) {
    const hours = (Date.parse(u.to) - Date.parse(u.from)) / 3_600_000
    keys += 1
    await run(
      `INSERT INTO usage_record (import_id, key, usage_start, usage_end, role, resource, gpus, gpu_hours, team, project, model, workload,
         workload_kind, person, state, utilisation, tokens_in, tokens_out, file, row)
       VALUES ($1, lpad($2, 32, '0')::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, 2)`,
      [
        importId,
        String(u.key ?? keys),
        u.from,
        u.to,
        u.role ?? 'hold',
        u.resource ?? null,
        u.gpus ?? null,
        u.gpus === undefined ? null : u.gpus * hours,
        u.team ?? null,
        u.project ?? null,
        u.model ?? null,
        u.workload ?? null,
        u.workloadKind ?? null,
        u.person ?? null,
        u.state ?? null,
        u.utilisation ?? null,
        u.tokensIn ?? null,
        u.tokensOut ?? null,
      ],
    )
  }
  for (const { resource, from, to } of covers) {
    await run('INSERT INTO usage_cover VALUES ($1, $2, $3, $4)', [importId, resource, from, to])
  }
  await refreshUsage(world, importId)
  return importId
}

/** Takes an import of usage back, as Undo does. */
export async function undoUsage(world: World, importId: number): Promise<void> {
  await world.run(`UPDATE import SET state = 'reverted' WHERE id = $1`, [importId])
  await refreshUsage(world, importId)
}

async function refreshUsage({ run }: World, importId: number): Promise<void> {
  await run('BEGIN')
  await refresh(run, { hosts: true, usageImports: [importId] })
  await run('COMMIT')
}
