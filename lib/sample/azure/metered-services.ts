import type { Activity } from '@/lib/sample/activity.ts'
import { always, growing, weekly } from '@/lib/sample/activity.ts'
import type { AzureSubscription } from '@/lib/sample/azure/places.ts'
import type { Metered } from '@/lib/sample/metered.ts'
import type { Labels } from '@/lib/sample/world.ts'

export type AzureMetered = Metered & {
  subscription: AzureSubscription
  region: string
  labels: Labels | null
  family: string
  category: string
  subCategory: string
  meter: string
  product: string
  unit: string
  consumedService: string
  /** Provider path of the resource, after the resource group. */
  resource: string
}

function openAi(meter: string, rate: string, costPerDay: Activity): AzureMetered {
  return {
    id: `openai ${meter}`,
    subscription: 'research',
    region: 'eastus',
    labels: { project: 'assistant-eval', environment: 'research', model: null },
    family: 'AI + Machine Learning',
    category: 'Cognitive Services',
    subCategory: 'Azure OpenAI',
    meter,
    product: `Azure OpenAI - ${meter} - US East`,
    unit: '1K',
    consumedService: 'Microsoft.CognitiveServices',
    resource: 'Microsoft.CognitiveServices/accounts/nw-judge',
    rate,
    costPerDay,
    jitter: 0.2,
    digits: 3,
  }
}

function bandwidth(
  subscription: AzureSubscription,
  region: string,
  labels: Labels | null,
  name: string,
  costPerDay: Activity,
): AzureMetered {
  return {
    id: `bandwidth ${name}`,
    subscription,
    region,
    labels,
    family: 'Networking',
    category: 'Bandwidth',
    subCategory: 'Rtn Preference: MGN',
    meter: 'Standard Data Transfer Out',
    product: 'Rtn Preference: MGN - Standard Data Transfer Out',
    unit: '1 GB',
    consumedService: 'Microsoft.Compute',
    resource: `Microsoft.Compute/virtualMachineScaleSets/${name}`,
    rate: '0.087',
    costPerDay,
    jitter: 0.15,
    digits: 6,
  }
}

function blobs(
  subscription: AzureSubscription,
  region: string,
  labels: Labels | null,
  name: string,
  costPerDay: Activity,
): AzureMetered {
  return {
    id: `blob ${name}`,
    subscription,
    region,
    labels,
    family: 'Storage',
    category: 'Storage',
    subCategory: 'Tiered Block Blob',
    meter: 'Hot LRS Data Stored',
    product: 'Tiered Block Blob - Hot LRS - Data Stored',
    unit: '1 GB/Month',
    consumedService: 'Microsoft.Storage',
    resource: `Microsoft.Storage/storageAccounts/${name}`,
    rate: '0.0184',
    costPerDay,
    jitter: 0.01,
    digits: 6,
  }
}

const asr: Labels = { project: 'asr-streaming', environment: 'prod', model: null }

/** Everything on the Azure bill that is not a virtual machine, by day. */
export const azureMetered: readonly AzureMetered[] = [
  openAi('gpt 4o 1120 Inp glbl Tokens', '0.0025', weekly(44, 8)),
  openAi('gpt 4o 1120 Outp glbl Tokens', '0.01', weekly(68, 13)),
  openAi('gpt 4o mini 0718 Inp glbl Tokens', '0.00015', weekly(5, 1)),
  openAi('gpt 4o mini 0718 Outp glbl Tokens', '0.0006', weekly(8, 2)),
  bandwidth('speech', 'westeurope', asr, 'asr-stream', always(41)),
  bandwidth('platform', 'eastus', null, 'edge-proxy', weekly(18, 9)),
  blobs('speech', 'westeurope', asr, 'nwspeechaudio', growing(24, 39)),
  blobs(
    'research',
    'eastus',
    { project: 'doc-ocr', environment: 'research', model: null },
    'nwocrlabels',
    growing(7, 16),
  ),
  {
    id: 'sql transcripts',
    subscription: 'speech',
    region: 'westeurope',
    labels: asr,
    family: 'Databases',
    category: 'Azure Database for PostgreSQL',
    subCategory: 'Flexible Server General Purpose Ddsv5 Series Compute',
    meter: 'vCore',
    product: 'Azure Database for PostgreSQL Flexible Server General Purpose Ddsv5 - vCore - EU West',
    unit: '1 Hour',
    consumedService: 'Microsoft.DBforPostgreSQL',
    resource: 'Microsoft.DBforPostgreSQL/flexibleServers/transcripts',
    rate: '0.1075',
    costPerDay: always(20.64),
    jitter: 0,
    digits: 0,
  },
  {
    id: 'disks asr',
    subscription: 'speech',
    region: 'westeurope',
    labels: asr,
    family: 'Storage',
    category: 'Storage',
    subCategory: 'Premium SSD Managed Disks',
    meter: 'P30 LRS Disk',
    product: 'Premium SSD Managed Disks - P30 - LRS - EU West',
    unit: '1/Month',
    consumedService: 'Microsoft.Compute',
    resource: 'Microsoft.Compute/disks/asr-stream-cache',
    rate: '135.17',
    costPerDay: always(27),
    jitter: 0,
    digits: 6,
  },
]
