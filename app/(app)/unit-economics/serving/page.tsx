import type { Metadata } from 'next'
import type { ServedTokens } from '@/components/economics/serving-tokens.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import { apiPrice } from '@/lib/catalog/api-prices.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import { readPriceList } from '@/lib/recommendations/api-price-lists.ts'
import { listModelFacts } from '@/lib/recommendations/read-runs.ts'
import { metrics } from '@/lib/spend/index.ts'
import { readFreshness } from '../../read-freshness.ts'
import { ownRates } from '../own-rates.ts'
import { ServingView } from './view.tsx'

export const metadata: Metadata = { title: 'Tokens and serving' }

export default async function ServingPage() {
  const scope = await requireScope('recommendations:read')
  const mayImport = may(scope.role, 'imports:write')
  const { asOf } = await readFreshness(scope)
  if (asOf === null)
    return <NoData title="Unit economics" shows="This page says what a million tokens cost." mayImport={mayImport} />
  const [prices, own, served] = await Promise.all([readPriceList(), ownRates(scope, asOf), servedModels(scope, asOf)])
  return (
    <ServingView
      rows={served.map((model) => tokensOf(model, prices))}
      models={served.map(({ name, rows: [row], facts, gpuClass }) => ({
        model: name,
        currency: row?.currency ?? 'USD',
        paramsB: facts?.paramsB ?? null,
        bits: facts?.dtype === null || facts?.dtype === undefined || /16/.test(facts.dtype) ? 16 : 8,
        kvCacheGb: facts?.kvCacheGb ?? null,
        monthlyCost: Number(row?.cost ?? 0),
        gpuClass,
      }))}
      prices={prices}
      own={own}
      asOf={asOf}
      mayConfigure={may(scope.role, 'recommendations:configure')}
    />
  )
}

/** Models with tokens and cost in the last 30 days, with what is known of them. */
async function servedModels(scope: Scope, asOf: Day) {
  const query = new URLSearchParams({
    from: addDays(asOf, -30),
    to: asOf,
    grain: 'total',
    group: 'model',
    compare: '0',
    idle: 'owner',
  })
  const filter = parseFilter(query, { asOf, group: 'model', idle: 'owner' })
  const rows = (await metrics['token-cost'](scope, filter)).filter(
    (row) => row.costPerMillion !== null && row.currency !== null,
  )
  const names = [...new Set(rows.map(({ key }) => key))]
  const facts = await listModelFacts(names, asOf)
  return Promise.all(
    names.map(async (name) => {
      const mine = rows.filter(({ key }) => key === name)
      const [utilisation, gpuClass, weeks] = await Promise.all([
        utilisationOf(scope, query, name, asOf),
        mainClass(scope, query, name, asOf),
        weeklyCost(scope, query, name, asOf),
      ])
      return { name, rows: mine, facts: facts[name], utilisation, gpuClass, trend: trendOf(weeks, mine[0]?.currency) }
    }),
  )
}

function trendOf(
  weeks: Awaited<ReturnType<typeof weeklyCost>>,
  currency: string | null | undefined,
): (number | null)[] {
  return weeks
    .filter((week) => week.currency === currency)
    .map(({ costPerMillion }) => (costPerMillion === null ? null : Number(costPerMillion)))
}

/** What a million tokens of a model cost in each of the last 12 weeks. */
function weeklyCost(scope: Scope, query: URLSearchParams, model: string, asOf: Day) {
  const asked = new URLSearchParams(query)
  asked.set('is.model', model)
  asked.set('grain', 'week')
  asked.set('from', addDays(asOf, -84))
  return metrics['unit-cost'](scope, parseFilter(asked, { asOf, group: 'model', idle: 'owner' }))
}

async function mainClass(scope: Scope, query: URLSearchParams, model: string, asOf: Day): Promise<string | null> {
  const asked = new URLSearchParams(query)
  asked.set('group', 'gpu-class')
  asked.set('is.model', model)
  const rows = await metrics.series(scope, parseFilter(asked, { asOf, group: 'gpu-class', idle: 'owner' }))
  const known = rows.filter(({ key, gpuHours }) => key !== null && Number(gpuHours) > 0)
  return known.sort((a, b) => Number(b.gpuHours) - Number(a.gpuHours))[0]?.key ?? null
}

async function utilisationOf(scope: Scope, query: URLSearchParams, model: string, asOf: Day): Promise<number | null> {
  const asked = new URLSearchParams(query)
  asked.set('is.model', model)
  const [row] = await metrics.utilisation(scope, parseFilter(asked, { asOf, group: 'model', idle: 'owner' }))
  return row?.utilisation ?? null
}

type Served = Awaited<ReturnType<typeof servedModels>>[number]

function tokensOf({ name: model, rows, facts, utilisation, trend }: Served, prices: readonly ApiPrice[]): ServedTokens {
  const [tokensIn, tokensOut] = [Number(rows[0]?.tokensIn ?? 0), Number(rows[0]?.tokensOut ?? 0)]
  return {
    model,
    tokensIn,
    tokensOut,
    costs: rows.map((row) => ({
      currency: row.currency ?? '',
      cost: row.cost ?? '0',
      perMillion: Number(row.costPerMillion),
      perMillionOut: tokensOut > 0 ? (Number(row.cost ?? 0) * 1e6) / tokensOut : null,
    })),
    utilisation,
    trend,
    api: apiPrice(prices, facts?.apiModel ?? model),
  }
}
