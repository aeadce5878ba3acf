import { groupedBy } from '@/lib/core/grouped.ts'
import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Checkpoint, Inventory, Item } from './facts.ts'
import { recordOf } from './other-meters.ts'
import type { ModelFacts } from './workloads.ts'

/** The newest word of an inventory about one thing. */
export type InventoryRecord = {
  id: string
  kind: string
  state: string | null
  observed: Day
  lastAttached: Day | null
  lastUsed: Day | null
  created: Day | null
  attachedTo: string | null
  source: string | null
  sourceExists: boolean | null
  storageClass: string | null
  sizeGb: number | null
  keep: boolean | null
}

/** Of records with equal keys the one of the newest published import counts, and of those about one thing the newest before `asOf`. */
const newest = (role: string, same: string) => `
  SELECT DISTINCT ON (${same}) * FROM (
    SELECT DISTINCT ON (u.key) u.workload AS thing, u.model, u.project, u.state, u.usage_start, u.details
    FROM usage_record u JOIN import i ON i.id = u.import_id AND i.state = 'published'
    WHERE u.role = '${role}' AND u.usage_start <= $1::date ORDER BY u.key, u.import_id DESC
  ) r ORDER BY ${same}, usage_start DESC`

type Details = Record<string, unknown>

const text = (details: Details, name: string) =>
  details[name] === undefined || details[name] === null ? null : String(details[name])
const day = (details: Details, name: string) => text(details, name)?.slice(0, 10) ?? null
const number = (details: Details, name: string) => (text(details, name) === null ? null : Number(text(details, name)))
const truth = (details: Details, name: string) => (text(details, name) === null ? null : text(details, name) === 'true')

/** What the inventories that were imported say about each thing. */
export async function readInventory(run: SqlRunner, asOf: Day): Promise<InventoryRecord[]> {
  const rows = await run(
    `SELECT thing, state, (usage_start AT TIME ZONE 'UTC')::date::text AS observed, details FROM (${newest('item', 'thing')}) n`,
    [asOf],
  )
  return rows.map((row) => {
    const details = (row.details ?? {}) as Details
    return {
      id: String(row.thing),
      kind: text(details, 'kind') ?? '',
      state: row.state === null ? null : String(row.state),
      observed: String(row.observed),
      lastAttached: day(details, 'last_attached'),
      lastUsed: day(details, 'last_used'),
      created: day(details, 'created'),
      attachedTo: text(details, 'attached_to'),
      source: text(details, 'source'),
      sourceExists: truth(details, 'source_exists'),
      storageClass: text(details, 'storage_class'),
      sizeGb: number(details, 'size_gb'),
      keep: truth(details, 'keep'),
    }
  })
}

/** The things of the inventory that the bills charge for. */
export function billedInventory(seen: readonly InventoryRecord[], items: Readonly<Record<string, Item>>): Inventory[] {
  const records = new Map(seen.map((record) => [record.id, record]))
  return Object.values(items).flatMap((item) => {
    const record = recordOf(records, item)
    if (!record) return []
    const { storageClass: _storageClass, sizeGb: _sizeGb, attachedTo: _attachedTo, ...rest } = record
    return [{ ...rest, key: item.key, item: item.key }]
  })
}

/** Checkpoints that lie in something the bills charge for, with a size, a day and the run that wrote them. */
export function storedCheckpoints(
  seen: readonly InventoryRecord[],
  items: Readonly<Record<string, Item>>,
): Checkpoint[] {
  const listed = groupedBy(
    seen.filter(({ kind }) => kind === 'checkpoint'),
    ({ attachedTo }) => attachedTo ?? '',
  )
  return Object.values(items)
    .flatMap((item) =>
      (recordOf(listed, item) ?? []).flatMap(({ id, source, created, sizeGb, keep }) =>
        source !== null && created !== null && sizeGb !== null && sizeGb > 0
          ? [{ key: `${item.key}|${id}`, id, item: item.key, series: source, created, sizeGb, keep }]
          : [],
      ),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** What owners say about their models: by model and project, else by model. Nothing is said about others. */
export async function readModelFacts(
  run: SqlRunner,
  asOf: Day,
): Promise<(model: string, project: string | null) => ModelFacts> {
  const rows = await run(`SELECT model, project, details FROM (${newest('model', 'model, project')}) n`, [asOf])
  const found = new Map<string, ModelFacts>()
  for (const row of rows) {
    const said = modelFactsOf((row.details ?? {}) as Details)
    found.set(`${row.model}|${row.project ?? ''}`, said)
    // Where a project is not asked for or says nothing of its own, the word of any project about the model holds.
    if (!found.has(String(row.model)) || row.project === null) found.set(String(row.model), said)
  }
  return (model, project) => found.get(`${model}|${project ?? ''}`) ?? found.get(model) ?? modelFactsOf({})
}

function modelFactsOf(details: Details): ModelFacts {
  return {
    paramsB: number(details, 'params_b'),
    activeParamsB: number(details, 'active_params_b'),
    dtype: text(details, 'dtype'),
    engine: text(details, 'engine'),
    batch: number(details, 'batch'),
    kvCacheGb: number(details, 'kv_cache_gb'),
    minReplicas: number(details, 'min_replicas'),
    gpusPerReplica: number(details, 'gpus_per_replica'),
    task: text(details, 'task'),
    trainedInHouse: truth(details, 'trained_in_house'),
    apiAllowed: truth(details, 'api_allowed'),
    apiModel: text(details, 'api_model'),
    referenceModel: text(details, 'reference_model'),
    referenceLengths: text(details, 'reference_lengths'),
    smallerModel: text(details, 'smaller_model'),
    smallerPriceRatio: number(details, 'smaller_price_ratio'),
    shortShare: number(details, 'short_share'),
    servingSince: day(details, 'serving_since'),
    peakTokensPerSecond: number(details, 'peak_tokens_per_s'),
  }
}
