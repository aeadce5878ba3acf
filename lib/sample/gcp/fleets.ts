import { activeRun, always, duringRuns, weekly } from '@/lib/sample/activity.ts'
import type { Fleet } from '@/lib/sample/fleet.ts'
import type { GcpPricing } from '@/lib/sample/gcp/machines.ts'
import { posttrainRuns, rerankerRuns } from '@/lib/sample/story.ts'

export type GcpFleet = Fleet<GcpPricing>

/** Machines that a committed use contract pays for, around the clock. */
export const committedNodes = 4
export const committedMachine = { instanceType: 'g2-standard-48', region: 'europe-west4' } as const

export const gcpFleets: readonly GcpFleet[] = [
  {
    id: 'curation-filter',
    account: 'foundation',
    labels: { project: 'data-curation', environment: 'research' },
    instanceType: 'g2-standard-96',
    region: 'us-central1',
    pricing: 'spot',
    nodes: 4,
    demand: weekly(3.6, 2.4),
    jitter: 0.06,
    interrupted: 0.1,
    hourlyShare: 0.3,
  },
  {
    id: 'judge-a100',
    account: 'assistant',
    labels: { project: 'assistant-eval', environment: 'research' },
    instanceType: 'a2-ultragpu-8g',
    region: 'us-central1',
    pricing: 'on-demand',
    nodes: 1,
    demand: weekly(0.62, 0.14),
    jitter: 0.15,
  },
  {
    id: 'posttrain-sweep',
    account: 'foundation',
    labels: { project: 'atlas-posttrain', environment: 'research' },
    instanceType: 'a3-highgpu-8g',
    region: 'us-central1',
    pricing: 'spot',
    nodes: 1,
    demand: duringRuns(posttrainRuns, 0.7),
    run: (day) => activeRun(posttrainRuns, day),
    jitter: 0.1,
    interrupted: 0.2,
  },
  {
    id: 'search-embed',
    account: 'search',
    labels: { project: 'semantic-search', environment: 'prod' },
    instanceType: committedMachine.instanceType,
    region: committedMachine.region,
    pricing: 'committed',
    nodes: committedNodes,
    demand: always(committedNodes),
    hourlyShare: 0.3,
  },
  {
    id: 'search-embed-peak',
    account: 'search',
    labels: { project: 'semantic-search', environment: 'prod' },
    instanceType: 'g2-standard-48',
    region: 'europe-west4',
    pricing: 'on-demand',
    nodes: 2,
    demand: (day) => weekly(0.9, 0.3)(day) * (0.6 + 0.6 * day.progress),
    jitter: 0.1,
  },
  {
    id: 'reranker-tune',
    account: 'search',
    labels: { project: 'reranker', environment: 'research' },
    instanceType: 'a2-highgpu-4g',
    region: 'europe-west4',
    pricing: 'on-demand',
    nodes: 2,
    demand: duringRuns(rerankerRuns, 2),
    run: (day) => activeRun(rerankerRuns, day),
  },
  {
    id: 'search-api',
    account: 'search',
    labels: { project: 'semantic-search', environment: 'prod', model: null },
    instanceType: 'n2-standard-16',
    region: 'europe-west4',
    pricing: 'on-demand',
    nodes: 4,
    demand: always(4),
  },
  {
    id: 'scratch-l4',
    account: 'scratch',
    labels: null,
    instanceType: 'g2-standard-8',
    region: 'us-central1',
    pricing: 'on-demand',
    nodes: 2,
    demand: weekly(1.5, 0.9),
    jitter: 0.1,
  },
]
