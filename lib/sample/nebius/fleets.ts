import { activeRun, duringRuns, weekly } from '@/lib/sample/activity.ts'
import type { Fleet } from '@/lib/sample/fleet.ts'
import type { Metered } from '@/lib/sample/metered.ts'
import { longContextRuns, posttrainRuns, pretrainRuns } from '@/lib/sample/story.ts'
import type { Labels } from '@/lib/sample/world.ts'

export type NebiusPricing = 'on-demand' | 'committed'
export type NebiusFleet = Fleet<NebiusPricing> & { text: string }

/** A reserve of one 8 x H200 machine at 65% of the list price, from this many days before the last day. */
export const reserve = {
  id: 'capacity-block-h200-01',
  name: 'H200 reserve, 12 months',
  instanceType: 'gpu-h200-sxm_8gpu-128vcpu-1600gb',
  share: '0.65',
  startedAgo: 245,
} as const

export const nebiusFleets: readonly NebiusFleet[] = [
  {
    id: 'posttrain-reserved',
    text: 'NVIDIA H200 NVLink',
    account: 'posttrain',
    labels: { project: 'atlas-posttrain', environment: 'research' },
    instanceType: reserve.instanceType,
    region: 'eu-north1',
    pricing: 'committed',
    nodes: 1,
    demand: (day) => (day.ago > reserve.startedAgo ? 0 : duringRuns(posttrainRuns, 1, 0.82)(day)),
    run: (day) => activeRun(posttrainRuns, day),
    hourlyShare: 0.5,
  },
  {
    id: 'posttrain-burst',
    text: 'NVIDIA H200 NVLink',
    account: 'posttrain',
    labels: { project: 'atlas-posttrain', environment: 'research' },
    instanceType: 'gpu-h200-sxm_8gpu-128vcpu-1600gb',
    region: 'eu-north1',
    pricing: 'on-demand',
    nodes: 2,
    demand: duringRuns(posttrainRuns, 1.5),
    run: (day) => activeRun(posttrainRuns, day),
    jitter: 0.06,
  },
  {
    id: 'b200-trial',
    text: 'NVIDIA B200 NVLink',
    account: 'posttrain',
    labels: { project: 'atlas-pretrain', environment: 'research' },
    instanceType: 'gpu-b200-sxm_8gpu-160vcpu-1792gb',
    region: 'eu-north1',
    pricing: 'on-demand',
    nodes: 1,
    demand: (day) => (day.ago < 90 ? duringRuns(pretrainRuns, 1)(day) : duringRuns(longContextRuns, 1)(day)),
    run: (day) => activeRun(pretrainRuns, day) ?? activeRun(longContextRuns, day),
  },
  {
    id: 'eval-h100',
    text: 'NVIDIA H100 NVLink',
    account: 'posttrain',
    labels: { project: 'assistant-eval', environment: 'research' },
    instanceType: 'gpu-h100-sxm_1gpu-16vcpu-200gb',
    region: 'eu-north1',
    pricing: 'on-demand',
    nodes: 4,
    demand: weekly(2.6, 0.8),
    jitter: 0.2,
  },
  {
    id: 'ocr-batch',
    text: 'NVIDIA L40S PCIe',
    account: 'batch',
    labels: { project: 'doc-ocr', environment: 'prod' },
    instanceType: 'gpu-l40s-a_1gpu-16vcpu-64gb',
    region: 'eu-north1',
    pricing: 'on-demand',
    nodes: 8,
    demand: (day) => weekly(4.2, 2.1)(day) * (0.7 + 0.9 * day.progress),
    jitter: 0.1,
    hourlyShare: 0.3,
  },
]

export type NebiusMetered = Metered & {
  account: string
  labels: Labels | null
  service: string
  category: string
  subcategory: string
  meter: string
  unit: string
  resource: string
}

/** Storage, traffic and machines without a GPU; rates in EUR. */
export const nebiusMetered: readonly NebiusMetered[] = [
  {
    id: 'nebius disks',
    account: 'posttrain',
    labels: { project: 'atlas-posttrain', environment: 'research', model: null },
    service: 'Compute Cloud',
    category: 'Storage',
    subcategory: 'Block Storage',
    meter: 'Network SSD disk',
    unit: 'GiB-Hours',
    resource: 'disk-posttrain-scratch',
    rate: '0.00009',
    costPerDay: duringRuns(posttrainRuns, 46, 29),
    jitter: 0.02,
    digits: 2,
  },
  {
    id: 'nebius objects',
    account: 'posttrain',
    labels: { project: 'atlas-posttrain', environment: 'research', model: null },
    service: 'Object Storage',
    category: 'Storage',
    subcategory: 'Object Storage',
    meter: 'Standard storage',
    unit: 'GiB-Hours',
    resource: 'nw-posttrain-data',
    rate: '0.0000185',
    costPerDay: (day) => 12 + 19 * day.progress,
    jitter: 0.02,
    digits: 2,
  },
  {
    id: 'nebius egress',
    account: 'batch',
    labels: null,
    service: 'Virtual Private Cloud',
    category: 'Networking',
    subcategory: 'Network Connectivity',
    meter: 'Outgoing traffic',
    unit: 'GiB',
    resource: 'public-gateway',
    rate: '0.0138',
    costPerDay: weekly(9, 4),
    jitter: 0.2,
    digits: 4,
  },
  {
    id: 'nebius cpu',
    account: 'batch',
    labels: { project: 'doc-ocr', environment: 'prod', model: null },
    service: 'Compute Cloud',
    category: 'Compute',
    subcategory: 'Virtual Machines',
    meter: 'AMD EPYC Genoa vCPU',
    unit: 'vCPU-Hours',
    resource: 'ocr-coordinator',
    rate: '0.01104',
    costPerDay: () => 16.95744,
    jitter: 0,
    digits: 0,
  },
]
