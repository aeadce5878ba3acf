import { groupedBy } from '@/lib/core/grouped.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item, Store, Transfer } from './facts.ts'
import type { InventoryRecord } from './inventory.ts'
import type { MeterText } from './meter-kind.ts'
import { gbMonths, gigabytes, storeKind, tokensOf, transferKind } from './meter-kind.ts'
import type { ApiModel, ModelFacts } from './workloads.ts'

type OtherMeter = MeterText & { item: string; quantity: number; model: string | null }

/** Items that store, move or sell tokens, by what their meters are called. */
export async function readOtherMeters(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  seen: readonly InventoryRecord[],
  modelFacts: (model: string, project: string | null) => ModelFacts,
): Promise<{ stores: Store[]; transfers: Transfer[]; apiModels: ApiModel[] }> {
  const rows = await run(
    `SELECT f.item, f.service_name AS service, coalesce(f.sku_meter, f.sku_detail, f.sku_id) AS "skuMeter", f.consumed_unit AS unit,
       coalesce(f.quantity, 0)::float8 AS quantity, m.model
     FROM fact_meter f JOIN meter m ON m.id = f.id
     WHERE f.gpu_class IS NULL AND f.cost > 0
     ORDER BY f.item, f.id`,
  )
  const meters = rows.filter(({ item }) => items[String(item)]) as OtherMeter[]
  return {
    stores: storesOf(meters, items, seen),
    transfers: transfersOf(meters, items),
    apiModels: apiModelsOf(meters, items, modelFacts),
  }
}

function byItem(meters: readonly OtherMeter[]): Map<string, OtherMeter[]> {
  return groupedBy(meters, ({ item }) => item)
}

function storesOf(
  meters: readonly OtherMeter[],
  items: Readonly<Record<string, Item>>,
  seen: readonly InventoryRecord[],
): Store[] {
  const records = new Map(seen.map((record) => [record.id, record]))
  return [...byItem(meters)].flatMap(([key, mine]) => {
    const kind = mine.map(storeKind).find((found) => found !== null)
    if (!kind) return []
    const sizes = mine
      .filter((meter) => storeKind(meter) !== null)
      .map(({ quantity, unit }) => gbMonths(quantity, unit))
    const known = sizes.filter((size) => size !== null)
    const record = recordOf(records, items[key])
    return [
      {
        key,
        kind,
        gbMonths: known.length > 0 ? known.reduce((sum, size) => sum + size, 0) : null,
        lastUsed: record?.lastUsed ?? null,
        storageClass: record?.storageClass ?? null,
        sizeGb: record?.sizeGb ?? null,
      },
    ]
  })
}

/** The inventory's record of an item: by its resource id, or by the last part of it. */
export function recordOf<R>(records: ReadonlyMap<string, R>, item: Item | undefined): R | undefined {
  const resource = item?.key.split('|')[1] ?? ''
  return records.get(resource) ?? records.get(resource.split(/[/:]/).at(-1) ?? '')
}

function transfersOf(meters: readonly OtherMeter[], items: Readonly<Record<string, Item>>): Transfer[] {
  return [...byItem(meters)].flatMap(([key, mine]) => {
    const moving = mine.filter((meter) => transferKind(meter) !== null)
    const first = moving[0]
    if (!first) return []
    const sizes = moving.map(({ quantity, unit }) => gigabytes(quantity, unit)).filter((size) => size !== null)
    return [
      {
        key,
        kind: transferKind(first) ?? 'other',
        gb: sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : null,
        days: items[key]?.days ?? 0,
      },
    ]
  })
}

function apiModelsOf(
  meters: readonly OtherMeter[],
  items: Readonly<Record<string, Item>>,
  modelFacts: (model: string, project: string | null) => ModelFacts,
): ApiModel[] {
  const sold = meters.filter((meter) => tokensOf(1, meter) !== null)
  const groups = groupedBy(sold, ({ item, model }) => {
    const found = items[item]
    return [found?.provider, model ?? found?.model ?? '', found?.project ?? '', found?.currency].join('|')
  })
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, mine]) => {
      const first = items[mine[0]?.item ?? '']
      const [provider = '', model = '', project = '', currency = ''] = key.split('|')
      if (!first || model === '') return []
      const keys = [...new Set(mine.map(({ item }) => item))]
      const tokens = { in: 0, out: 0 }
      for (const meter of mine) {
        const found = tokensOf(meter.quantity, meter)
        if (found) tokens[found.direction] += found.tokens
      }
      return [
        {
          key,
          provider,
          model,
          project: project || null,
          team: first.team,
          currency,
          items: keys,
          cost: String(keys.reduce((sum, item) => sum + Number(items[item]?.cost ?? 0), 0)),
          tokensIn: tokens.in,
          tokensOut: tokens.out,
          requests: null,
          facts: modelFacts(model, project || null),
        },
      ]
    })
}
