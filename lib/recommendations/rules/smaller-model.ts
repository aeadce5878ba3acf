import { routingSaving } from '@/lib/economics/smaller-model.ts'
import type { Facts } from '../facts/facts.ts'
import type { ApiModel, ModelFacts, Service } from '../facts/workloads.ts'
import type { Claim, Draft, EvidenceRow, FactKeys, Subject } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { figure, money, percent } from '../wording.ts'
import { serviceClaims, serviceRows, serviceSubject, serviceUses } from './served-models.ts'

const SIMPLE = ['classify', 'extract', 'route', 'embed']

const parameters: readonly Parameter[] = [
  {
    id: 'part-of-spend',
    label: 'Part of AI spend from',
    unit: 'share',
    default: 0.3,
    min: 0.01,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'short',
    label: 'Requests below 1,000 tokens from',
    unit: 'share',
    default: 0.2,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'price',
    label: 'Price of the smaller model at most, of the current',
    unit: 'share',
    default: 0.5,
    min: 0.01,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'routed',
    label: 'Part of the cost that goes to the smaller model',
    unit: 'share',
    default: 0.3,
    min: 0,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
  },
  {
    id: 'escalated',
    label: 'Of that, asked of the larger model again',
    unit: 'share',
    default: 0.1,
    min: 0,
    max: 1,
    source: 'chosen for this product',
    perFinding: true,
  },
]

type Use = {
  key: string
  model: string
  currency: string
  cost: number
  facts: ModelFacts
  subject: Subject
  claims: (share: number) => Claim[]
  rows: EvidenceRow[]
  uses: FactKeys
}

/** R10: a large part of AI spend on one model, much of it simple, where a model at half the price or less would do. */
export const smallerModel: Rule = {
  id: 'smaller-model',
  number: 'R10',
  title: 'Smaller or distilled model',
  lever: 'model-efficiency',
  parameters,
  find(facts, values, keyOf) {
    const all = usesOf(facts)
    const large = all.filter(
      (use) =>
        use.cost >=
        values('part-of-spend') *
          all.filter(({ currency }) => currency === use.currency).reduce((sum, { cost }) => sum + cost, 0),
    )
    const unknown = large.filter(({ facts: said }) => said.shortShare === null && said.task === null)
    return {
      drafts: large.flatMap((use) => draftOf(use, (id) => values(id, keyOf('model', use.key, use.currency)))),
      missing: unknown.map(({ model, currency, cost }) => ({
        subject: model,
        what: 'what its requests are (task, part that is short) and a smaller model with its price',
        upload: 'a table of model facts (docs/usage-formats.md)',
        cost: [{ currency, amount: cost.toFixed(2) }],
      })),
    }
  },
}

/** Models with tokens, on machines and by API. AI spend is what they cost together. */
function usesOf(facts: Facts): Use[] {
  const served = facts.services
    .filter(({ tokensIn, tokensOut }) => (tokensIn ?? tokensOut) !== null)
    .map(
      (service: Service): Use => ({
        key: service.key,
        model: service.model,
        currency: service.currency,
        cost: Number(service.cost),
        facts: service.facts,
        subject: serviceSubject(service),
        claims: (share) => serviceClaims(service, share),
        rows: serviceRows(service),
        uses: serviceUses(service),
      }),
    )
  const bought = facts.apiModels.map(
    (api: ApiModel): Use => ({
      key: api.key,
      model: api.model,
      currency: api.currency,
      cost: Number(api.cost),
      facts: api.facts,
      subject: { kind: 'model', id: api.key, name: `${api.model}, ${api.provider}` },
      claims: (share) => api.items.map((item) => ({ item, share })),
      rows: [
        {
          label: api.model,
          value: money(api.cost, api.currency),
          note: `${figure((api.tokensIn ?? 0) / 1e6)}M tokens in, ${figure((api.tokensOut ?? 0) / 1e6)}M out`,
          link: { to: 'model', id: api.model },
        },
      ],
      uses: { apiModels: [api.key] },
    }),
  )
  return [...served, ...bought]
}

function draftOf(use: Use, value: (id: string) => number): Draft[] {
  const { shortShare, task, smallerModel: candidate, smallerPriceRatio } = use.facts
  const isSimple = (shortShare !== null && shortShare >= value('short')) || SIMPLE.includes(task ?? '')
  if (!isSimple || candidate === null || smallerPriceRatio === null || smallerPriceRatio > value('price')) return []
  const share = routingSaving(value('routed'), smallerPriceRatio, value('escalated'))
  if (share <= 0) return []
  return [
    {
      subject: use.subject,
      step: 'model',
      grade: 'C',
      gradeReason: 'the price gap is stated; what part of requests the smaller model answers well is assumed',
      claims: use.claims(share),
      sentence: `${use.model} answers much that ${candidate} could at ${percent(smallerPriceRatio)} of its price: route ${percent(value('routed'))} of it there.`,
      calculation: [
        { label: 'Cost in 30 days', formula: 'billed', value: money(use.cost, use.currency) },
        { label: 'Routed', formula: 'assumed', value: percent(value('routed')) },
        { label: 'Price ratio', formula: candidate, value: percent(smallerPriceRatio) },
        { label: 'Escalated', formula: 'assumed', value: percent(value('escalated')) },
        {
          label: 'Saved at most',
          formula: 'routed x (1 - ratio - escalated) x cost',
          value: money(use.cost * share, use.currency),
        },
      ],
      evidence: use.rows,
      assumptions: ['routed', 'escalated'],
      risks: [
        'Quality: an evaluation on your own requests comes first.',
        'Retries and escalations eat the gain.',
        'Training on the outputs of a model may be against its licence.',
      ],
      actions: [
        'Evaluate the smaller model on a sample of requests',
        'Route the simplest tenth to it',
        'Widen while quality holds',
      ],
      effort: 'high',
      oneTimeCost: '0',
      uses: use.uses,
      measuredBy: 'project',
    },
  ]
}
