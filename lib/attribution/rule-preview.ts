import { addMonths } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import type { AttributableMeter, Ownership, OwnershipTerm } from './attribute.ts'
import { ownershipTerms } from './attribute.ts'
import { loadAttribution } from './load.ts'
import { compileRules } from './match-rule.ts'
import type { MeterTerm } from './meter-terms.ts'
import type { MeterMonth, RulePreview } from './preview-sums.ts'
import { PreviewSums } from './preview-sums.ts'
import type { AllocationRule } from './rule.ts'
import { resplit } from './rule-diff.ts'

const MONTHS = 3

/**
 * What a draft of the rules would do to the last three months of data, held against the rules of now; writes nothing. It says what rules, tags
 * and bills say of each meter: what telemetry says of who held a machine comes on top of either and is not in it. Costs are effective ones.
 */
export async function previewRules(run: SqlRunner, rules: readonly AllocationRule[]): Promise<RulePreview> {
  const { tagKeys } = await loadAttribution(run)
  const draft = { tagKeys, rules: compileRules(rules) }
  const months = await lastMonths(run)
  const [stored] = await run('SELECT rules FROM rule_version ORDER BY id DESC LIMIT 1')
  const sums = new PreviewSums(resplit((stored?.rules as AllocationRule[] | undefined) ?? [], rules))
  const first = months[0]
  if (first) {
    const terms = await storedTerms(run)
    for (const row of await run(METERS, [`${first}-01`])) {
      const meter = row as unknown as StoredMeter
      const was = inMonth({ base: meter.now, terms: terms.get(meter.id) ?? [] })
      const now = inMonth(ownershipTerms(meter, draft))
      sums.meter(
        meter.id,
        meter.months.map((cells) => {
          const month = monthOf(cells)
          return { ...month, was: was(month.month), now: now(month.month) }
        }),
      )
    }
  }
  return sums.result(
    months,
    rules.map(({ id }) => id),
  )
}

/** A meter with its sums and whom it is for now. */
type StoredMeter = AttributableMeter & { id: string; gpuClass: string | null; now: Ownership; months: MonthCells[] }

/** The same, in a transaction of its own. */
export function readPreview(rules: readonly AllocationRule[]): Promise<RulePreview> {
  return db().$transaction((tx) => previewRules(prismaRunner(tx), rules), { timeout: 60_000 })
}

/** Whom a meter is for in a month, YYYY-MM. */
function inMonth(given: { base: Ownership; terms: readonly OwnershipTerm[] }): (month: string) => Ownership {
  const { base, terms } = given
  if (terms.length === 0) return () => base
  return (month) => terms.find(({ fromDay, toDay }) => `${month}-01` >= fromDay && `${month}-01` < toDay) ?? base
}

/** The months in which meters are for somebody else now, by meter. */
async function storedTerms(run: SqlRunner): Promise<Map<string, OwnershipTerm[]>> {
  const terms = new Map<string, OwnershipTerm[]>()
  for (const row of await run(TERMS)) {
    const { meterId, ...term } = row as unknown as MeterTerm
    terms.set(meterId, [...(terms.get(meterId) ?? []), term])
  }
  return terms
}

const TERMS = `SELECT meter_id::text AS "meterId", from_day::text AS "fromDay", to_day::text AS "toDay", team, project, model, environment,
  split_rule AS "splitRule", attributed_by AS "attributedBy" FROM meter_term`

/** The last three calendar months that have data or lie between such, as YYYY-MM. */
export async function lastMonths(run: SqlRunner): Promise<string[]> {
  const [newest] = await run(`SELECT date_trunc('month', max(month))::date::text AS month FROM month_spend`)
  const last = newest?.month
  if (typeof last !== 'string') return []
  return Array.from({ length: MONTHS }, (_, n) => addMonths(last, n + 1 - MONTHS).slice(0, 7))
}

type MonthCells = [month: string, currency: string, cost: string | null, charges: number, unpriced: number]

function monthOf([month, currency, cost, charges, unpriced]: MonthCells): MeterMonth {
  return { month, currency, cost, charges, unpriced }
}

/** Every meter with live charges since a day, its labels, and its sums by month and currency, priced by rates where bills have no price. */
const METERS = `WITH sums AS (
    SELECT d.meter_id, date_trunc('month', d.day::timestamp) AS month, r.currency,
      sum(CASE WHEN r.rate_id IS NULL THEN d.effective ELSE d.quantity * r.price END) AS cost, sum(d.charges) AS charges,
      sum(CASE WHEN r.rate_id IS NULL THEN d.no_effective ELSE 0 END) AS unpriced
    FROM slice s JOIN meter_day d ON d.version_id = s.live_version_id
    LEFT JOIN meter_rate r ON r.meter_id = d.meter_id AND d.day >= r.from_day AND d.day < r.to_day
    WHERE d.day >= $1::date GROUP BY 1, 2, 3),
  months AS (
    SELECT s.meter_id, jsonb_agg(jsonb_build_array(to_char(s.month, 'YYYY-MM'), coalesce(s.currency, m.currency), s.cost::text, s.charges, s.unpriced)) AS months
    FROM sums s JOIN meter m ON m.id = s.meter_id GROUP BY s.meter_id)
  SELECT m.id::text, m.provider, m.billing_account_id AS "billingAccountId", m.sub_account_id AS "subAccountId", m.region_id AS "regionId",
    m.resource_id AS "resourceId", m.resource_name AS "resourceName", m.pricing_category AS "pricingCategory", m.charge_category AS "chargeCategory",
    m.service_name AS "serviceName", m.sku_id AS "skuId", m.sku_meter AS "skuMeter", m.sku_detail AS "skuDetail", m.instance_type AS "instanceType",
    m.service_category AS "serviceCategory", m.resource_type AS "resourceType", m.operation, m.provider_charge_type AS "providerChargeType",
    m.gpu_count_label AS "gpuCountLabel", m.consumed_unit AS "consumedUnit", m.tags, m.gpu_class AS "gpuClass", o.months,
    jsonb_build_object('team', m.team, 'project', m.project, 'model', m.model, 'environment', m.environment, 'splitRule', m.split_rule,
      'attributedBy', m.attributed_by) AS now
  FROM months o JOIN meter m ON m.id = o.meter_id`
