import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item, Machine, Telemetry } from './facts.ts'

/** Items with GPUs: hours by pricing and by what happened to them. `telemetry` is by item. */
export async function readMachines(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  telemetry: ReadonlyMap<string, Telemetry>,
  asOf: Day,
): Promise<Machine[]> {
  const rows = await run(
    `WITH part AS (
       SELECT m.item, m.id, p.day, p.usage_state, p.cost, p.gpu_hours, m.gpu_class, m.instance_type, m.gpu_count,
         CASE WHEN m.pricing_category = 'Dynamic' THEN 'spot' WHEN m.commitment_id IS NOT NULL OR m.pricing_category = 'Committed' THEN 'committed' ELSE 'on-demand' END AS pricing
       FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id
       WHERE m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused'
     ),
     by_day AS (
       SELECT item, jsonb_object_agg(ago, hours) AS hours, max(hours) AS most
       FROM (SELECT item, $1::date - day AS ago, sum(gpu_hours)::float8 AS hours FROM part GROUP BY 1, 2) s GROUP BY 1
     )
     SELECT p.item AS key, (array_agg(p.instance_type ORDER BY p.cost DESC NULLS LAST, p.id))[1] AS instance_type,
       (array_agg(p.gpu_class ORDER BY p.cost DESC NULLS LAST, p.id))[1] AS gpu_class, max(p.gpu_count)::float8 AS gpu_count, b.most,
       sum(p.gpu_hours)::float8 AS gpu_hours, ${pricings.map((pricing) => `sum(p.gpu_hours) FILTER (WHERE p.pricing = '${pricing}')::float8 AS "${pricing} hours", coalesce(trim_scale(sum(p.cost) FILTER (WHERE p.pricing = '${pricing}')), 0)::text AS "${pricing} cost"`).join(', ')},
       ${['used', 'held-idle', 'not-held'].map((state) => `coalesce(sum(p.gpu_hours) FILTER (WHERE p.usage_state = '${state}'), 0)::float8 AS "${state}"`).join(', ')},
       b.hours
     FROM part p JOIN by_day b USING (item)
     GROUP BY p.item, b.most, b.hours
     HAVING sum(p.gpu_hours) > 0
     ORDER BY p.item`,
    [asOf],
  )
  return rows.flatMap((row) => {
    const item = items[String(row.key)]
    return item ? [machineOf(row, item, telemetry.get(item.key) ?? null)] : []
  })
}

const pricings = ['on-demand', 'spot', 'committed'] as const

function machineOf(row: Record<string, unknown>, item: Item, telemetry: Telemetry | null): Machine {
  const hours = Number(row.gpu_hours)
  const byAgo = row.hours as Record<string, number>
  return {
    key: item.key,
    instanceType: row.instance_type === null ? null : String(row.instance_type),
    gpuClass: String(row.gpu_class),
    // A provider that bills GPUs one by one says 1 for each: then a full day says how many there are.
    gpus: Math.max(Number(row.gpu_count ?? 0), Math.ceil(Number(row.most) / 24 - 0.01)),
    gpuHours: hours,
    onDemandHours: Number(row['on-demand hours'] ?? 0),
    spotHours: Number(row['spot hours'] ?? 0),
    committedHours: Number(row['committed hours'] ?? 0),
    onDemandCost: String(row['on-demand cost']),
    spotCost: String(row['spot cost']),
    pricePerGpuHour: hours > 0 ? Number(item.cost) / hours : null,
    hoursByDay: Array.from({ length: 30 }, (_, index) => byAgo[30 - index] ?? 0),
    heldIdleHours: Number(row['held-idle']),
    notHeldHours: Number(row['not-held']),
    usedHours: Number(row.used),
    telemetry,
  }
}
