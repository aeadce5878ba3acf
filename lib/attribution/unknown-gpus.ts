import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/** The effective cost in one currency as decimal text; null when no bill states it. `missing` charges do not state it. */
export type CostInCurrency = { currency: string; cost: string | null; missing: number }

/** A text that looks like a GPU and is not in the catalogue, with what hangs on it in the live bills. */
export type UnknownGpu = {
  provider: string
  evidence: string
  meters: number
  resources: number
  charges: number
  costs: CostInCurrency[]
  /** A few of the provider's own texts, to recognise it by. */
  seenAs: string[]
}

type Row = {
  provider: string
  evidence: string
  currency: string
  meters: number
  resources: number
  charges: number
  cost: string | null
  missing: number
  seen: string[]
}

/** Every unknown GPU that a live bill has a charge for, in the order of provider and text. */
export async function listUnknownGpus(): Promise<UnknownGpu[]> {
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT m.provider, coalesce(m.gpu_evidence, '') AS evidence, m.currency,
      count(DISTINCT m.id)::int AS meters,
      count(DISTINCT m.resource_id)::int AS resources,
      sum(d.charges)::int AS charges,
      sum(d.effective)::text AS cost,
      sum(d.no_effective)::int AS missing,
      (array_agg(DISTINCT coalesce(m.sku_detail, m.sku_meter, m.instance_type, m.sku_id))
        FILTER (WHERE coalesce(m.sku_detail, m.sku_meter, m.instance_type, m.sku_id) IS NOT NULL))[1:3] AS seen
    FROM meter m
    JOIN meter_day d ON d.meter_id = m.id
    JOIN slice s ON s.live_version_id = d.version_id
    WHERE m.gpu_class = ${UNKNOWN_GPU}
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 3`)
  const found = new Map<string, UnknownGpu>()
  for (const { provider, evidence, currency, cost, missing, meters, resources, charges, seen } of rows) {
    const key = JSON.stringify([provider, evidence])
    const gpu = found.get(key) ?? { provider, evidence, meters: 0, resources: 0, charges: 0, costs: [], seenAs: [] }
    gpu.meters += meters
    gpu.resources += resources
    gpu.charges += charges
    gpu.costs.push({ currency, cost, missing })
    gpu.seenAs = [...new Set([...gpu.seenAs, ...(seen ?? [])])].slice(0, 3)
    found.set(key, gpu)
  }
  return [...found.values()]
}
