import { activeRun, always, duringRuns, growing, weekly } from '@/lib/sample/activity.ts'
import type { Fleet } from '@/lib/sample/fleet.ts'
import { longContextRuns, voiceRuns } from '@/lib/sample/story.ts'

export type AzurePricing = 'on-demand' | 'spot' | 'reserved'
export type AzureFleet = Fleet<AzurePricing>

/** A one-year reservation of one ND96amsr_A100_v4: 17.632 USD an hour, used or not. */
export const azureReservation = {
  size: 'Standard_ND96amsr_A100_v4',
  rate: '17.632',
  name: 'shared-inference-a100',
  region: 'eastus',
} as const

export const azureFleets: readonly AzureFleet[] = [
  {
    id: 'asr-stream',
    account: 'speech',
    labels: { project: 'asr-streaming', environment: 'prod' },
    instanceType: 'Standard_NC64as_T4_v3',
    region: 'westeurope',
    pricing: 'on-demand',
    nodes: 8,
    demand: growing(7.2, 5.6),
    jitter: 0.04,
  },
  {
    id: 'tts-serve',
    account: 'speech',
    labels: { project: 'tts-voices', environment: 'prod' },
    instanceType: 'Standard_NC96ads_A100_v4',
    region: 'westeurope',
    pricing: 'on-demand',
    nodes: 2,
    demand: (day) => (day.ago > 50 ? 2 : day.ago > 14 ? 1.84 : 0.96),
  },
  {
    id: 'tts-finetune',
    account: 'speech',
    labels: { project: 'tts-voices', environment: 'research' },
    instanceType: 'Standard_NC40ads_H100_v5',
    region: 'westeurope',
    pricing: 'on-demand',
    nodes: 4,
    demand: duringRuns(voiceRuns, 4),
    run: (day) => activeRun(voiceRuns, day),
  },
  {
    id: 'shared-llm',
    account: 'platform',
    labels: { project: 'shared-inference', environment: 'prod' },
    instanceType: azureReservation.size,
    region: azureReservation.region,
    pricing: 'reserved',
    nodes: 1,
    demand: weekly(1, 0.9),
  },
  {
    id: 'longctx',
    account: 'research',
    labels: { project: 'atlas-posttrain', environment: 'research' },
    instanceType: 'Standard_ND96isr_H100_v5',
    region: 'eastus',
    pricing: 'on-demand',
    nodes: 1,
    demand: duringRuns(longContextRuns, 1),
    run: (day) => activeRun(longContextRuns, day),
  },
  {
    id: 'ocr-label',
    account: 'research',
    labels: { project: 'doc-ocr', environment: 'research' },
    instanceType: 'Standard_NV36ads_A10_v5',
    region: 'eastus',
    pricing: 'spot',
    nodes: 5,
    demand: weekly(4.2, 1.5),
    jitter: 0.15,
    interrupted: 0.1,
  },
  {
    id: 'aks-system',
    account: 'platform',
    labels: { project: 'shared-inference', environment: 'prod', model: null },
    instanceType: 'Standard_D16s_v5',
    region: 'eastus',
    pricing: 'on-demand',
    nodes: 3,
    demand: always(3),
  },
  {
    id: 'legacy-jump',
    account: 'research',
    labels: null,
    instanceType: 'Standard_NC4as_T4_v3',
    region: 'eastus',
    pricing: 'on-demand',
    nodes: 3,
    demand: always(3),
  },
]
