import { db } from '@/lib/db/client.ts'

/** Every team that a bill names, by name. */
export async function listKnownTeams(): Promise<string[]> {
  const rows = await db().spendGroup.findMany({
    where: { team: { not: null } },
    distinct: ['team'],
    orderBy: { team: 'asc' },
    select: { team: true },
  })
  return rows.flatMap(({ team }) => (team === null ? [] : [team]))
}
