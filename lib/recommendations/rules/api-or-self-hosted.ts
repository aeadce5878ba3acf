import { apiPrice } from '@/lib/catalog/api-prices.ts'
import { publishedThroughput } from '@/lib/catalog/inference-throughput.ts'
import {
  apiCost,
  breakEvenVolume,
  decide,
  replicasForPeak,
  selfHostedCost,
  utilisation,
} from '@/lib/economics/break-even.ts'
import type { Facts } from '../facts/facts.ts'
import type { ApiModel, Service } from '../facts/workloads.ts'
import type { Draft, Outcome } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import { serviceClaims, serviceRows, serviceSubject, serviceUses } from './served-models.ts'

const SECONDS = 30 * 86_400
const HOURS = 720
const LENGTHS = '1000/1000'

const parameters: readonly Parameter[] = [
  {
    id: 'operations',
    label: 'People and tools on top of machines',
    unit: 'share',
    default: 0.2,
    min: 0,
    max: 0.5,
    source: 'chosen for this product; range 0 to 50%',
    perFinding: true,
  },
  {
    id: 'threshold',
    label: 'The other way costs at most, of this one',
    unit: 'share',
    default: 0.7,
    min: 0.1,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'use',
    label: 'Use of own machines at the mean, at least',
    unit: 'share',
    default: 0.3,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'peak',
    label: 'Peak over mean where the peak is not known',
    unit: 'factor',
    default: 3,
    min: 1,
    max: 100,
    source: 'chosen for this product',
    perFinding: true,
  },
]

/** R12: a model on own machines that an API would serve for less, and an API's that own machines would. */
export const apiOrSelfHosted: Rule = {
  id: 'api-or-self-hosted',
  number: 'R12',
  title: 'Self-hosted or API',
  lever: 'managed-or-self-run',
  parameters,
  find(facts, values, keyOf) {
    const served = facts.services.filter(({ tokensIn, tokensOut }) => (tokensIn ?? 0) + (tokensOut ?? 0) > 0)
    const value = (subject: { key: string; currency: string }) => (id: string) =>
      values(id, keyOf('model', subject.key, subject.currency))
    return {
      drafts: [
        ...served.flatMap((service) => toApi(service, facts, value(service))),
        ...facts.apiModels.flatMap((api) => toMachines(api, facts, value(api))),
      ],
      missing: missingOf(served, facts),
    }
  },
}

function missingOf(served: readonly Service[], facts: Facts): Outcome['missing'] {
  const unpriced = served.filter(
    ({ facts: said }) =>
      said.apiAllowed !== false && (said.apiModel === null || apiPrice(facts.market.apiPrices, said.apiModel) === null),
  )
  return unpriced.map((service) => ({
    subject: service.model,
    what: 'the same model in an API price list, and whether its data may go to an API',
    upload:
      'model facts with api_model and api_allowed, and a price list in the layout of LiteLLM (docs/unit-economics.md)',
    cost: [{ currency: service.currency, amount: Number(service.cost).toFixed(2) }],
  }))
}

function toApi(service: Service, facts: Facts, value: (id: string) => number): Draft[] {
  const { apiAllowed, apiModel } = service.facts
  const price = apiModel === null ? null : apiPrice(facts.market.apiPrices, apiModel)
  const usd = facts.market.usdPer[service.currency]
  if (apiAllowed !== true || price === null || usd === undefined || service.tokenDays < 28) return []
  const volume = {
    millionIn: (service.tokensIn ?? 0) / 1e6,
    millionCachedIn: 0,
    millionOut: (service.tokensOut ?? 0) / 1e6,
  }
  const api = apiCost(volume, { in: Number(price.usdPerMillionIn), cachedIn: 0, out: Number(price.usdPerMillionOut) })
  const machines = Number(service.cost) * usd
  const own = selfHostedCost(machines, value('operations'))
  if (decide(own, api, value('threshold')) !== 'api') return []
  const share = 1 - api / machines
  const tokens = volume.millionIn + volume.millionOut
  return [
    {
      subject: serviceSubject(service),
      step: 'terminate',
      grade: 'B',
      gradeReason: 'billed cost and counted tokens against a list price; the same model is assumed to do the same',
      claims: serviceClaims(service, share),
      sentence: `${service.model} on your machines costs ${money(machines, 'USD')} a month; ${price.vendor} lists the same tokens at ${money(api, 'USD')}.`,
      calculation: [
        {
          label: 'Tokens in 30 days',
          formula: 'counted',
          value: `${figure(volume.millionIn)}M in, ${figure(volume.millionOut)}M out`,
        },
        {
          label: 'By API',
          formula: `in x ${money(price.usdPerMillionIn, 'USD')} + out x ${money(price.usdPerMillionOut, 'USD')} a million`,
          value: money(api, 'USD'),
        },
        { label: 'On machines', formula: `cost x (1 + ${percent(value('operations'))})`, value: money(own, 'USD') },
        {
          label: 'Break-even volume',
          formula: 'machines / API x volume, same mix',
          value: `${figure(breakEvenVolume(tokens, own, api) ?? 0)}M tokens a month`,
        },
        { label: 'Saved', formula: 'cost of machines - API', value: money(machines - api, 'USD') },
      ],
      evidence: [
        ...serviceRows(service),
        { label: 'Price', value: `${price.vendor}/${price.model}`, note: price.source },
      ],
      assumptions: ['operations'],
      risks: [
        'Not the same model, context length or quality.',
        'Rate limits, privacy and where data may go.',
        'Prices of APIs change; engineering time to move.',
      ],
      actions: [
        'Evaluate the API on your own requests',
        'Move a tenth of traffic',
        'Release machines as traffic leaves them',
      ],
      effort: 'medium',
      oneTimeCost: '0',
      uses: serviceUses(service),
      measuredBy: 'project',
    },
  ]
}

function toMachines(api: ApiModel, facts: Facts, value: (id: string) => number): Draft[] {
  const usd = facts.market.usdPer[api.currency]
  const { referenceModel, peakTokensPerSecond, minReplicas } = api.facts
  if (usd === undefined || referenceModel === null || !api.tokensOut) return []
  const mean = api.tokensOut / SECONDS
  const peak = peakTokensPerSecond ?? mean * value('peak')
  const options = facts.market.own.flatMap((own) => {
    const published = publishedThroughput(referenceModel, api.facts.referenceLengths ?? LENGTHS, own.gpuClass)
    const rate = facts.market.usdPer[own.currency]
    if (!published || own.pricing !== 'on-demand' || rate === undefined) return []
    const replicas = replicasForPeak(peak, published.outputTokensPerSecond, minReplicas ?? 2)
    const machines = replicas * published.gpus * own.pricePerGpuHour * rate * HOURS
    return [{ own, published, replicas, machines, use: utilisation(mean, replicas * published.outputTokensPerSecond) }]
  })
  const best = options.sort((a, b) => a.machines - b.machines)[0]
  const spent = Number(api.cost) * usd
  const cost = best ? selfHostedCost(best.machines, value('operations')) : Number.POSITIVE_INFINITY
  if (!best || decide(cost, spent, value('threshold')) !== 'self-hosted' || best.use < value('use')) return []
  return [
    {
      subject: { kind: 'model', id: api.key, name: `${api.model}, ${api.provider}` },
      step: 'migrate',
      grade: 'C',
      gradeReason: 'a published throughput at full load, of which 60% is planned with',
      claims: api.items.map((item) => ({ item, share: 1 - cost / spent })),
      sentence: `${api.model} by API costs ${money(spent, 'USD')} a month; ${counted(best.replicas * best.published.gpus, best.own.gpuClass)} would serve it for ${money(cost, 'USD')}.`,
      calculation: [
        {
          label: 'Peak',
          formula: peakTokensPerSecond === null ? `mean x ${value('peak')}` : 'stated',
          value: `${figure(peak)} tokens a second`,
        },
        {
          label: 'Replicas',
          formula: `peak / (0.6 x ${figure(best.published.outputTokensPerSecond)})`,
          value: figure(best.replicas),
        },
        {
          label: 'Machines',
          formula: `GPUs x ${money(best.own.pricePerGpuHour, best.own.currency)} x 720 h`,
          value: money(best.machines, 'USD'),
        },
        { label: 'With operations', formula: `x (1 + ${percent(value('operations'))})`, value: money(cost, 'USD') },
        { label: 'Use at the mean', formula: 'mean / capacity', value: percent(best.use) },
      ],
      evidence: [
        { label: api.model, value: money(api.cost, api.currency), link: { to: 'model', id: api.model } },
        {
          label: 'Published throughput',
          value: `${figure(best.published.outputTokensPerSecond)} tokens a second`,
          note: best.published.source,
        },
      ],
      assumptions: ['operations', 'peak'],
      risks: [
        'The benchmark has no latency target.',
        'Two replicas at least, people on call, and quota for GPUs.',
        'Use falls at night.',
      ],
      actions: ['Serve a replica and measure on your own traffic', 'Compare at the same latency', 'Move in steps'],
      effort: 'high',
      oneTimeCost: '0',
      uses: { apiModels: [api.key] },
      measuredBy: 'project',
    },
  ]
}
