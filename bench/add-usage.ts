// Usage of a quarter of the GPU machines and a split of what nobody owns, on top of bills that are there.
import type { Client } from 'pg'
import { refresh } from '@/lib/attribution/refresh.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'

const rules: AllocationRule[] = [
  {
    id: 'shared',
    name: 'What nobody owns',
    enabled: true,
    when: [{ field: 'gpu-class', op: 'absent', values: [] }],
    split: { by: 'direct-cost', to: [{ team: 'team-1' }, { team: 'team-2' }, { team: 'team-3' }] },
  },
]

/** Writes one job a day for each machine, busy and idle by turns, covers all its days, saves the rule and works everything out. */
export async function addUsage(client: Client): Promise<{ records: number; shares: number; splitMeters: number }> {
  const run = pgRunner(client)
  await client.query('BEGIN')
  await run(`INSERT INTO rule_version (rules, created_by) VALUES ($1, 'bench')`, [JSON.stringify(rules)])
  const [made] = await run(
    `INSERT INTO import (state, kind, label, created_by) VALUES ('published', 'usage', 'bench', 'bench') RETURNING id`,
  )
  await run(
    `INSERT INTO usage_record (import_id, key, usage_start, usage_end, role, resource, gpus, gpu_hours, team, project, model, workload, utilisation, file, row)
     SELECT $1, md5(m.resource_id || d.day)::uuid, d.day::timestamptz, d.day::timestamptz + interval '10 hours', 'hold', m.resource_id, 1, 10,
       'team-' || h % 5, 'project-' || h % 14, 'model-' || h % 3, 'job-' || h % 1000, CASE WHEN h % 2 = 0 THEN 0.6 ELSE 0.01 END, 1, 2
     FROM (SELECT DISTINCT resource_id FROM meter WHERE gpu_class IS NOT NULL AND charge_category = 'Usage' AND resource_id IS NOT NULL) m
     CROSS JOIN LATERAL (SELECT abs(hashtext(m.resource_id)) AS h) x
     JOIN LATERAL (SELECT DISTINCT d.day FROM meter_day d JOIN meter o ON o.id = d.meter_id WHERE o.resource_id = m.resource_id) d ON true
     WHERE h % 4 = 0`,
    [made?.id],
  )
  await run(
    `INSERT INTO usage_cover SELECT $1, resource, min(usage_start), max(usage_start) + interval '1 day' FROM usage_record GROUP BY resource`,
    [made?.id],
  )
  await run('ANALYZE usage_record')
  await refresh(run, { rules: true, usageImports: [Number(made?.id)] })
  await client.query('COMMIT')
  await client.query('VACUUM ANALYZE')
  const [counted] = await run(
    `SELECT (SELECT count(*)::int FROM usage_record) AS records, (SELECT count(*)::int FROM host_share) AS shares,
       (SELECT count(*)::int FROM meter WHERE split_rule IS NOT NULL) AS "splitMeters"`,
  )
  return counted as { records: number; shares: number; splitMeters: number }
}
