import { AppError } from '@/lib/core/errors.ts'
import { add } from '@/lib/core/money.ts'
import type { RuleDimension, RuleField } from '@/lib/core/rule-words.ts'
import { db } from '@/lib/db/client.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { applyRules, compileRules } from './match-rule.ts'
import type { Money } from './preview-sums.ts'
import type { RuleCondition } from './rule.ts'
import type { RuleMeter } from './rule-labels.ts'
import { lastMonths } from './rule-preview.ts'

/** Conditions that catch an unknown meter and its likes; `others` are the other unknown meters they catch, `costs` what all of them cost. */
export type RuleSuggestion = {
  dimension: RuleDimension
  name: string
  when: RuleCondition[]
  others: number
  costs: Money
}

/** A meter with its cost of the last three months and what names it in the dimension: rule:<id>, tag:<key>, meter:<rule>; null: nothing. */
export type SaidMeter = RuleMeter & { id: string; currency: string; cost: string | null; said: string | null }

/** A rule that would catch this meter and its likes among those without a team, project, model or environment. Throws not_found. */
export async function suggestRule(run: SqlRunner, meterId: string, dimension: RuleDimension): Promise<RuleSuggestion> {
  const [first] = await lastMonths(run)
  const meters = (await run(saidMeters(dimension), [meterId, `${first ?? '0001-01'}-01`])) as unknown as SaidMeter[]
  const meter = meters.find(({ id, said }) => id === meterId && said === null)
  if (!meter) throw new AppError('not_found', `This meter has a ${dimension} already, or is not there any more.`)
  return suggestion(meter, meters, dimension)
}

/** The same, in this process's own connection. */
export function readSuggestion(meterId: string, dimension: RuleDimension): Promise<RuleSuggestion> {
  return db().$transaction((tx) => suggestRule(prismaRunner(tx), meterId, dimension), { timeout: 60_000 })
}

/**
 * The longest prefix of the resource's name that another unknown resource of the provider shares and that ends where a word or a number
 * does; else the sub-account; else service and region. Meters that a tag names are left to it.
 */
export function suggestion(meter: SaidMeter, meters: readonly SaidMeter[], dimension: RuleDimension): RuleSuggestion {
  const unknown = meters.filter(({ said }) => said === null)
  const { when: like, name } = conditions(meter, unknown)
  const set = { [dimension]: 'x' }
  const compiled = compileRules([{ id: 'draft', name, enabled: true, when: like, set }])
  const isLike = (one: SaidMeter) => one.id === meter.id || applyRules(one, compiled, null)[dimension] !== undefined
  // Rules are asked before tags: without these conditions this one would take what tags name already.
  const tags = new Set(meters.flatMap((one) => (one.said?.startsWith('tag:') && isLike(one) ? [one.said] : [])))
  const when = [
    ...like,
    ...[...tags].sort().map((tag) => ({ field: tag as RuleField, op: 'absent' as const, values: [] })),
  ]
  const caught = unknown.filter(isLike)
  const costs: Money = {}
  for (const { currency, cost } of caught) if (cost !== null) costs[currency] = add(costs[currency] ?? '0', cost)
  return { dimension, name, when, others: new Set(caught.map(({ id }) => id)).size - 1, costs }
}

function conditions(meter: SaidMeter, meters: readonly SaidMeter[]): { when: RuleCondition[]; name: string } {
  const provider: RuleCondition = { field: 'provider', op: 'is', values: [meter.provider] }
  const is = (field: RuleField, value: string): RuleCondition => ({ field, op: 'is', values: [value] })
  const own = nameOf(meter)
  const prefix = own && sharedPrefix(own.name, namesOf(meters, meter.provider, own.field))
  if (own && prefix)
    return { name: `${prefix}*`, when: [provider, { field: own.field, op: 'glob', values: [`${prefix}*`] }] }
  if (meter.subAccountId) return { name: meter.subAccountId, when: [provider, is('sub-account', meter.subAccountId)] }
  const service = meter.serviceName ? [is('service', meter.serviceName)] : []
  const region = meter.regionId ? [is('region', meter.regionId)] : []
  const parts = [meter.serviceName ?? meter.provider, meter.regionId].filter(Boolean)
  return { name: parts.join(' in '), when: [provider, ...service, ...region] }
}

type NameField = 'resource-name' | 'resource-id'

function nameOf({ resourceName, resourceId }: RuleMeter): { field: NameField; name: string } | null {
  if (resourceName?.trim()) return { field: 'resource-name', name: resourceName.trim() }
  return resourceId?.trim() ? { field: 'resource-id', name: resourceId.trim() } : null
}

function namesOf(meters: readonly SaidMeter[], provider: string, field: NameField): string[] {
  return meters.flatMap((meter) => {
    const own = meter.provider === provider ? nameOf(meter) : null
    return own?.field === field ? [own.name] : []
  })
}

const SHORTEST = 3

/** The longest prefix that ends after a separator or before a digit and that another name has; null: none. */
export function sharedPrefix(name: string, names: readonly string[]): string | null {
  const others = [...new Set(names)].filter((other) => other !== name)
  for (let length = name.length - 1; length >= SHORTEST; length -= 1) {
    const prefix = name.slice(0, length)
    const isEnd = /[-_./:]$/.test(prefix) || (/\d/.test(name.charAt(length)) && !/\d$/.test(prefix))
    // A pattern cannot say these two characters themselves.
    if (!isEnd || /[*?]/.test(prefix)) continue
    if (others.some((other) => other.startsWith(prefix))) return prefix
  }
  return null
}

/** Every meter with its labels, what names it in this dimension, and its cost since a day; the one asked for whatever it cost. */
function saidMeters(dimension: RuleDimension): string {
  return `SELECT m.id::text, m.provider, m.billing_account_id AS "billingAccountId", m.sub_account_id AS "subAccountId",
      m.service_name AS "serviceName", m.region_id AS "regionId", m.resource_id AS "resourceId", m.resource_name AS "resourceName", m.sku_id AS "skuId",
      m.sku_meter AS "skuMeter", m.instance_type AS "instanceType", m.charge_category AS "chargeCategory", m.pricing_category AS "pricingCategory",
      m.gpu_class AS "gpuClass", m.tags, coalesce(c.currency, m.currency) AS currency, c.cost::text, m.attributed_by->>'${dimension}' AS said
    FROM meter m LEFT JOIN LATERAL (
      SELECT r.currency, sum(CASE WHEN r.rate_id IS NULL THEN d.effective ELSE d.quantity * r.price END) AS cost
      FROM meter_day d JOIN slice s ON s.live_version_id = d.version_id
      LEFT JOIN meter_rate r ON r.meter_id = d.meter_id AND d.day >= r.from_day AND d.day < r.to_day
      WHERE d.meter_id = m.id AND d.day >= $2::date GROUP BY 1) c ON true
    WHERE m.id = $1::uuid OR c.cost IS NOT NULL`
}
