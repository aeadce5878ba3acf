import { gpusForMemory, quantisationFactors, replicasAfter } from '@/lib/economics/quantisation.ts'
import type { Facts } from '../facts/facts.ts'
import type { Service } from '../facts/workloads.ts'
import type { Draft } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { counted, figure, money, percent } from '../wording.ts'
import { gpusOf, mainClass, serviceClaims, serviceRows, serviceSubject, serviceUses } from './served-models.ts'

const WIDE = ['bf16', 'fp16', 'fp32']

const parameters: readonly Parameter[] = [
  {
    id: 'expected',
    label: 'Part of the gain to plan with',
    unit: 'share',
    default: 0.75,
    min: 0.5,
    max: 1,
    source: 'benchmarks carry over in part',
    perFinding: true,
  },
  {
    id: 'quality-drop',
    label: 'Drop of task quality that is allowed',
    unit: 'points',
    default: 1,
    min: 0,
    max: 10,
    source: 'chosen for this product; the finding names it as the gate',
    perFinding: true,
  },
]

/** R9: a model served in 16 bits whose GPUs or replicas a published quantisation would reduce. */
export const quantise: Rule = {
  id: 'quantise',
  number: 'R9',
  title: 'Quantise a served model',
  lever: 'model-efficiency',
  parameters,
  find(facts, values, keyOf) {
    const served = facts.services.filter(
      ({ tokensIn, tokensOut, facts: said }) => (tokensIn ?? tokensOut) !== null || said.dtype !== null,
    )
    const unknown = served.filter(({ facts: said }) => said.dtype === null || said.paramsB === null)
    return {
      drafts: served.flatMap((service) =>
        draftOf(service, facts, (id) => values(id, keyOf('model', service.key, service.currency))),
      ),
      missing: unknown.map((service) => ({
        subject: service.model,
        what: 'parameters and precision of the served model',
        upload: 'a table of model facts (docs/usage-formats.md)',
        cost: [{ currency: service.currency, amount: Number(service.cost).toFixed(2) }],
      })),
    }
  },
}

type Option = { label: string; gpus: number; source: string; how: string }

function draftOf(service: Service, facts: Facts, value: (id: string) => number): Draft[] {
  const { dtype, paramsB, batch, kvCacheGb, minReplicas, gpusPerReplica } = service.facts
  const entry = mainClass(service, facts)
  if (paramsB === null || dtype === null || !WIDE.includes(dtype) || !entry?.memoryGb) return []
  const now = gpusOf(service, facts)
  const bits = dtype === 'fp32' ? 32 : 16
  const each = gpusPerReplica ?? gpusForMemory(paramsB, bits, kvCacheGb ?? 0, entry.memoryGb)
  const replicas = Math.max(1, Math.floor(now / each))
  const least = minReplicas ?? 1
  const memoryGb = entry.memoryGb
  const options = quantisationFactors
    .filter(({ supports }) => supports(entry))
    .flatMap(({ label, bits: narrow, throughput, source }): Option[] => {
      const smaller = Math.min(each, gpusForMemory(paramsB, narrow, kvCacheGb ?? 0, memoryGb))
      const fewer = replicasAfter(replicas, throughput(batch), Math.min(least, replicas))
      // More replicas fit the same GPUs, so one gain is taken, not both: the published throughput is of the same number of GPUs.
      return [
        {
          label,
          gpus: replicas * smaller,
          source,
          how: `weights in ${narrow === 8 ? 8 : 4} bits need ${counted(smaller, 'GPU')} a replica instead of ${each}`,
        },
        {
          label,
          gpus: fewer * each,
          source,
          how: `${throughput(batch)}x throughput: ${counted(fewer, 'replica')} instead of ${replicas}`,
        },
      ]
    })
  const best = options.sort((a, b) => a.gpus - b.gpus || (a.label < b.label ? -1 : 1))[0]
  if (!best || best.gpus >= replicas * each) return []
  const share = 1 - best.gpus / (replicas * each)
  return [
    {
      subject: serviceSubject(service),
      step: 'model',
      grade: 'C',
      gradeReason: 'a published benchmark carried over; a test on your own traffic would make it B',
      claims: serviceClaims(service, share, share * value('expected')),
      sentence: `${service.model} is served in ${dtype.toUpperCase()}: in ${best.label} it would need ${counted(best.gpus, 'GPU')} instead of ${figure(replicas * each)}.`,
      calculation: [
        { label: 'GPUs now', formula: 'replicas x GPUs of each', value: `${replicas} x ${each}` },
        { label: best.label, formula: best.source, value: best.how },
        { label: 'GPUs after', formula: 'at the least replicas', value: figure(best.gpus) },
        { label: 'Part saved at most', formula: '1 - after / now', value: percent(share) },
        {
          label: 'Planned with',
          formula: `cost x part x ${value('expected')}`,
          value: money(Number(service.cost) * share * value('expected'), service.currency),
        },
      ],
      evidence: serviceRows(service),
      assumptions: ['expected', 'quality-drop'],
      risks: [
        'The KV cache, not the weights, may be the limit.',
        'Long contexts, reasoning and small models lose more quality.',
        'Nothing is saved at the least number of replicas, or unless whole machines are freed.',
      ],
      actions: [
        `Evaluate ${best.label} on your own tasks: a drop of at most ${figure(value('quality-drop'), 1)} points`,
        'Serve a tenth of the traffic with it for a week',
        'Reduce GPUs or replicas',
      ],
      effort: 'medium',
      oneTimeCost: '0',
      uses: serviceUses(service),
      measuredBy: 'project',
    },
  ]
}
