import { publishedThroughput } from '@/lib/catalog/inference-throughput.ts'
import { batchingSaving } from '@/lib/economics/batching.ts'
import type { Facts } from '../facts/facts.ts'
import type { Service } from '../facts/workloads.ts'
import type { Draft } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { figure, money, percent } from '../wording.ts'
import { gpusOf, mainClass, serviceClaims, serviceRows, serviceSubject, serviceUses } from './served-models.ts'

const STATIC_ENGINES = ['transformers']
const LENGTHS = '1000/1000'

const parameters: readonly Parameter[] = [
  {
    id: 'throughput',
    label: 'Tokens a second and GPU below, of the published',
    unit: 'share',
    default: 0.25,
    min: 0.01,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'busy',
    label: 'GPU active from',
    unit: 'share',
    default: 0.3,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
]

/** R13: busy GPUs that write few tokens for what is published of their class. */
export const batching: Rule = {
  id: 'batching',
  number: 'R13',
  title: 'Batching and serving engine',
  lever: 'model-efficiency',
  parameters,
  find(facts, values) {
    return { drafts: facts.services.flatMap((service) => draftOf(service, facts, values)), missing: [] }
  },
}

function draftOf(service: Service, facts: Facts, value: (id: string) => number): Draft[] {
  const { referenceModel, referenceLengths, engine, gpusPerReplica, minReplicas } = service.facts
  const entry = mainClass(service, facts)
  const published =
    referenceModel && entry ? publishedThroughput(referenceModel, referenceLengths ?? LENGTHS, entry.id) : null
  if (!published || !service.tokensOut || service.gpuHours <= 0 || service.tokenDays === 0) return []
  const rate = service.tokensOut / (service.gpuHours * 3600)
  const isBusy = (service.meanBusy ?? 0) >= value('busy')
  const isSlow = rate < value('throughput') * published.outputTokensPerSecondPerGpu
  if (!(isSlow && isBusy) && !STATIC_ENGINES.includes(engine ?? '')) return []
  const replicas = Math.max(1, gpusOf(service, facts) / (gpusPerReplica ?? published.gpus))
  const share = batchingSaving(
    rate,
    published.outputTokensPerSecondPerGpu,
    replicas,
    Math.min(replicas, minReplicas ?? 1),
  )
  if (share <= 0) return []
  return [
    {
      subject: serviceSubject(service),
      step: 'model',
      grade: 'C',
      gradeReason: 'the published throughput is at full load without a latency target; half of it is the goal',
      claims: serviceClaims(service, share),
      sentence: `${service.model} keeps its GPUs ${percent(service.meanBusy ?? 0)} busy but writes ${figure(rate)} tokens a second on each, of ${figure(published.outputTokensPerSecondPerGpu)} published: batch, or change the engine.`,
      calculation: [
        { label: 'Tokens a second and GPU', formula: 'tokens out / (GPU hours x 3,600)', value: figure(rate, 1) },
        {
          label: 'Goal',
          formula: `half of ${figure(published.outputTokensPerSecondPerGpu)}`,
          value: figure(published.outputTokensPerSecondPerGpu / 2, 1),
        },
        {
          label: 'Part saved at most',
          formula: '1 - max(now / goal, least replicas / replicas), at most 80%',
          value: percent(share),
        },
        {
          label: 'Saved at most',
          formula: 'cost x part',
          value: money(Number(service.cost) * share, service.currency),
        },
      ],
      evidence: [
        ...serviceRows(service),
        {
          label: 'Published',
          value: `${figure(published.outputTokensPerSecond)} tokens a second on ${published.gpus}`,
          note: published.source,
        },
      ],
      assumptions: [],
      risks: [
        'Low traffic, not batching, may be why: then a schedule or fewer replicas help.',
        'Lengths of your requests differ from the benchmark.',
        'Larger batches answer later.',
      ],
      actions: [
        'Turn on continuous batching',
        'Try a current engine on one replica',
        'Reduce replicas when throughput holds',
      ],
      effort: 'medium',
      oneTimeCost: '0',
      uses: serviceUses(service),
      measuredBy: 'project',
    },
  ]
}
