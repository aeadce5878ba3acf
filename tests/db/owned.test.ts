import { expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { db } from '@/lib/db/client.ts'
import { deleteCluster, listClusters, saveCluster } from '@/lib/owned/clusters.ts'
import { generateOwned } from '@/lib/owned/generate.ts'
import type { OwnedDraft } from '@/lib/owned/read-terms.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const admin: Scope = { userId: null, actor: 'admin@example.org', role: 'admin', teams: null }
const draft: OwnedDraft = {
  name: 'basement',
  region: 'hq',
  groups: [{ nodes: 'gpu-[1-2]', gpuClass: 'H100-SXM-80GB', gpusPerNode: '8', watts: '' }],
  purchasePrice: '480000',
  currency: 'USD',
  lifeMonths: '48',
  inServiceFrom: '2026-08-31',
  outOfServiceFrom: '',
  hostWattsPerNode: '2000',
  pue: '1.3',
  pricePerKwh: '0.12',
  hostingPerMonth: '3000',
  peoplePerMonth: '0',
}

/** What the pages see: cost and GPU hours by month, class and source. */
async function spend(): Promise<string[]> {
  const rows = await db().$queryRaw<Record<string, string>[]>`
    select to_char(m.month, 'YYYY-MM') as month, g.gpu_class, g.cost_source, g.usage_state, trim_scale(sum(m.effective))::text as cost,
      trim_scale(sum(m.gpu_hours))::text as hours, sum(m.charges)::int as charges
    from month_spend m join spend_group g on g.id = m.group_id where g.provider = 'owned-hardware' group by 1, 2, 3, 4 order by 1`
  return rows.map(
    (r) => `${r.month} ${r.gpu_class} ${r.cost_source} ${r.usage_state} ${r.cost} ${r.hours} ${r.charges}`,
  )
}

let id = 0
test('a cluster becomes daily charges through the day before, beside rented GPUs', async () => {
  id = (await saveCluster(admin, null, draft)).id
  const done = await generateOwned(url, '2026-10-03')
  expect(done).toEqual({
    written: ['basement 2026-08', 'basement 2026-09', 'basement 2026-10'],
    undone: [],
    unchanged: 0,
    failed: [],
  })
  // September: 480000 / 48 + 3000 + 2 machines x 30 days x 28.4544 of power; GPU hours 16 x 24 x 30
  expect(await spend()).toEqual([
    '2026-08 H100-SXM-80GB owned not-measured 476.263638709678 384 6',
    '2026-09 H100-SXM-80GB owned not-measured 14707.264 11520 180',
    '2026-10 H100-SXM-80GB owned not-measured 952.527277419354 768 12',
  ])
  expect(await listClusters()).toMatchObject([{ id, months: ['2026-08-01', '2026-09-01', '2026-10-01'] }])
})

test('again it changes nothing, and a day later only the current month', async () => {
  expect(await generateOwned(url, '2026-10-03')).toMatchObject({ written: [], undone: [], unchanged: 3 })
  const imports = await db().import.count()
  expect(await generateOwned(url, '2026-10-04')).toMatchObject({ written: ['basement 2026-10'], unchanged: 2 })
  expect((await spend())[2]).toBe('2026-10 H100-SXM-80GB owned not-measured 1428.790916129032 1152 18')
  // The import that it took the place of is gone with its charges.
  expect(await db().import.count()).toBe(imports)
  expect(await db().sliceVersion.count()).toBe(3)
})

test('other terms replace the months that they change', async () => {
  await saveCluster(admin, id, { ...draft, inServiceFrom: '2026-09-01', peoplePerMonth: '1000' })
  expect(await generateOwned(url, '2026-10-01')).toEqual({
    written: ['basement 2026-09'],
    undone: ['basement 2026-10', 'basement 2026-08'],
    unchanged: 0,
    failed: [],
  })
  expect(await spend()).toEqual(['2026-09 H100-SXM-80GB owned not-measured 15707.264 11520 240'])
})

test('two clusters have names of their own, and a cluster that is gone takes its charges with it', async () => {
  await expect(saveCluster(admin, null, draft)).rejects.toMatchObject({ code: 'conflict' })
  await deleteCluster(admin, id)
  await expect(deleteCluster(admin, id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await generateOwned(url, '2026-10-01')).toMatchObject({ written: [], undone: ['basement 2026-09'] })
  expect(await spend()).toEqual([])
  const actions = (await db().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
  expect(actions.filter((action) => action.startsWith('owned'))).toEqual([
    'owned-cluster.save',
    'owned-cluster.save',
    'owned-cluster.delete',
  ])
})
