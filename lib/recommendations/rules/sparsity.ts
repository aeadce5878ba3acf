import { addDays } from '@/lib/core/period.ts'
import { speedUpSaving } from '@/lib/economics/smaller-model.ts'
import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { money, percent } from '../wording.ts'
import { mainClass, serviceClaims, serviceRows, serviceSubject, serviceUses } from './served-models.ts'

const AMPERE = 2020

const parameters: readonly Parameter[] = [
  {
    id: 'served-days',
    label: 'Served for more than',
    unit: 'days',
    default: 90,
    min: 0,
    max: 720,
    source: 'chosen for this product',
  },
  {
    id: 'cost',
    label: 'Costs a month more than',
    unit: 'amount',
    default: 10_000,
    min: 0,
    max: 100_000_000,
    source: 'chosen for this product',
  },
  {
    id: 'speed-up',
    label: 'Speed-up by 2:4 sparsity',
    unit: 'factor',
    default: 1.2,
    min: 1,
    max: 1.3,
    source: 'Sparse Llama: up to 30% alone',
    perFinding: true,
  },
]

/** R11: a stable, dear model of a team that trains: 2:4 sparsity, where the serving stack has kernels for it. */
export const sparsity: Rule = {
  id: 'sparsity',
  number: 'R11',
  title: 'Pruning and sparsity',
  lever: 'model-efficiency',
  parameters,
  find(facts, values, keyOf) {
    const stable = facts.services.filter((service) => {
      const { servingSince, trainedInHouse } = service.facts
      const modern = (mainClass(service, facts)?.launchYear ?? 0) >= AMPERE
      return (
        trainedInHouse === true &&
        servingSince !== null &&
        servingSince < addDays(facts.asOf, -values('served-days')) &&
        Number(service.cost) > values('cost') &&
        modern
      )
    })
    return {
      drafts: stable.map((service) => {
        const factor = values('speed-up', keyOf('model', service.key, service.currency))
        const share = speedUpSaving(factor)
        return {
          subject: serviceSubject(service),
          step: 'model' as const,
          grade: 'C' as const,
          gradeReason: 'a published benchmark carried over; kernels and accuracy are not tested',
          claims: serviceClaims(service, share),
          sentence: `${service.model} has been served unchanged since ${service.facts.servingSince}: 2:4 sparsity could serve it with ${percent(share)} less.`,
          calculation: [
            { label: 'Cost in 30 days', formula: 'billed', value: money(service.cost, service.currency) },
            { label: 'Speed-up', formula: 'published for 2:4 alone: up to 1.3', value: `${factor}x` },
            {
              label: 'Saved at most',
              formula: 'cost x (1 - 1 / speed-up)',
              value: money(Number(service.cost) * share, service.currency),
            },
          ],
          evidence: serviceRows(service),
          assumptions: ['speed-up'],
          risks: [
            'It has to be trained again for a while.',
            'The serving stack may have no sparse kernels.',
            'Accuracy drops more on hard tasks.',
          ],
          actions: [
            'Check that the serving engine has 2:4 kernels for your GPUs',
            'Prune and fine-tune one checkpoint',
            'Evaluate before serving',
          ],
          effort: 'high' as const,
          oneTimeCost: '0',
          uses: serviceUses(service),
          measuredBy: 'project' as const,
        }
      }),
      missing: [],
    }
  },
}
