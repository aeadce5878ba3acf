import type { InvariantCheck } from '@/lib/core/receipt.ts'
import type { ChargesView } from './charges-view.ts'
import type { Duck } from './duck.ts'

const SHOWN = 20

/**
 * Holds the rules of the FOCUS specification that one bill can be held to against the good rows: what an invoice may mix, what a
 * commitment's usage must add up to, where a charge may lie. A rule without rows to check is not applicable.
 */
export async function checkInvariants(duck: Duck, view: ChargesView): Promise<InvariantCheck[]> {
  return Promise.all([
    invoices(duck),
    commitments(duck, view),
    purchases(duck, view),
    periods(duck),
    contractedNotAboveList(duck, view),
    units(duck),
  ])
}

/** FOCUS InvoiceId: one invoice is issued for one billing account in one currency, so that its billed costs can add up to it. */
async function invoices(duck: Duck): Promise<InvariantCheck> {
  const rows = await duck.all(
    `SELECT invoice AS subject, count(DISTINCT provider || account) AS accounts, count(DISTINCT currency) AS currencies, sum(count(*)) OVER ()::DOUBLE AS total,
     count(*) OVER ()::DOUBLE AS subjects FROM charges WHERE NOT bad AND invoice IS NOT NULL GROUP BY 1
     ORDER BY (accounts > 1 OR currencies > 1) DESC, 1 LIMIT ${SHOWN}`,
  )
  const failing = rows
    .filter((r) => Number(r.accounts) > 1 || Number(r.currencies) > 1)
    .map((r) => ({ subject: String(r.subject), detail: `${r.accounts} billing accounts, ${r.currencies} currencies` }))
  return check(
    'invoice',
    'Each invoice is of one billing account and one currency',
    Number(rows[0]?.subjects ?? 0),
    failing,
  )
}

/** FOCUS EffectiveCost: over a commitment's term, used and unused usage add up to what was billed for its purchase. */
async function commitments(duck: Duck, view: ChargesView): Promise<InvariantCheck> {
  const label = 'Commitment: used + unused effective cost = billed purchase'
  if (!view.present.has('billed') || !view.present.has('effective')) return check('commitment', label, 0, [])
  const rows = await duck.all(
    `SELECT subject, ${view.exact.text('usage_n')} AS usage, ${view.exact.text('purchase_n')} AS purchase, usage_n <> purchase_n AS fails,
       count(*) OVER ()::DOUBLE AS subjects FROM (
       SELECT commitment || ' (' || currency || ')' AS subject, sum(CASE WHEN category = 'Usage' THEN effective_n END) AS usage_n,
         sum(CASE WHEN category = 'Purchase' THEN billed_n END) AS purchase_n
       FROM charges WHERE NOT bad AND commitment IS NOT NULL GROUP BY 1)
     WHERE usage_n IS NOT NULL AND purchase_n IS NOT NULL ORDER BY fails DESC, 1 LIMIT ${SHOWN}`,
  )
  const failing = rows
    .filter((r) => String(r.fails) === 'true')
    .map((r) => ({ subject: String(r.subject), detail: `usage ${r.usage}, purchase ${r.purchase}` }))
  return check('commitment', label, Number(rows[0]?.subjects ?? 0), failing)
}

/** FOCUS EffectiveCost: the purchase of a commitment has none, because its usage carries it. */
async function purchases(duck: Duck, view: ChargesView): Promise<InvariantCheck> {
  const label = 'Commitment purchases have an effective cost of 0'
  if (!view.present.has('effective')) return check('purchase', label, 0, [])
  return rowCheck(
    duck,
    'purchase',
    label,
    `category = 'Purchase' AND commitment IS NOT NULL AND effective_n IS NOT NULL`,
    'effective_n <> 0',
  )
}

/** FOCUS ChargePeriod: a charge lies within its billing period. */
async function periods(duck: Duck): Promise<InvariantCheck> {
  const within = `starts >= period AND ends <= period + INTERVAL '1 month'`
  return rowCheck(
    duck,
    'period',
    'Charge periods lie within their billing period',
    `category = 'Usage'`,
    `NOT (${within})`,
  )
}

/** FOCUS ContractedCost: a negotiated price is not above the list price. */
async function contractedNotAboveList(duck: Duck, view: ChargesView): Promise<InvariantCheck> {
  const label = 'Contracted cost is not above list cost'
  if (!view.present.has('list') || !view.present.has('contracted')) return check('list', label, 0, [])
  return rowCheck(
    duck,
    'list',
    label,
    `list_n IS NOT NULL AND contracted_n IS NOT NULL AND list_n >= 0`,
    'contracted_n > list_n',
  )
}

/** FOCUS ConsumedUnit: a quantity has a unit, and a unit a quantity. */
async function units(duck: Duck): Promise<InvariantCheck> {
  return rowCheck(
    duck,
    'unit',
    'Quantity is there where its unit is',
    `unit IS NOT NULL AND category = 'Usage'`,
    'quantity IS NULL',
  )
}

async function rowCheck(duck: Duck, id: string, label: string, among: string, fails: string): Promise<InvariantCheck> {
  const [counted] = await duck.all(
    `SELECT count(*)::DOUBLE AS checked, count(*) FILTER (${fails})::DOUBLE AS failed FROM charges WHERE NOT bad AND ${among}`,
  )
  const failed = Number(counted?.failed ?? 0)
  if (failed === 0) return check(id, label, Number(counted?.checked ?? 0), [])
  const places = await duck.all(
    `SELECT source::INTEGER AS source, (place + 2)::DOUBLE AS row FROM charges WHERE NOT bad AND ${among} AND ${fails} ORDER BY 1, 2 LIMIT ${SHOWN - 1}`,
  )
  const failing = places.map((p) => ({ subject: `file ${Number(p.source) + 1}, row ${p.row}`, detail: '' }))
  if (failed > failing.length)
    failing.push({ subject: `and ${(failed - failing.length).toLocaleString('en-US')} more`, detail: '' })
  return check(id, label, Number(counted?.checked ?? 0), failing)
}

function check(id: string, label: string, checked: number, failing: InvariantCheck['failing']): InvariantCheck {
  const state = checked === 0 ? 'not-applicable' : failing.length > 0 ? 'failed' : 'passed'
  return { id, label, state, checked, failing }
}
