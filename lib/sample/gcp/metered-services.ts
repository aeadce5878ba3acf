import type { Activity } from '@/lib/sample/activity.ts'
import { growing, since, weekly } from '@/lib/sample/activity.ts'
import type { GcpProject, GcpRegion } from '@/lib/sample/gcp/places.ts'
import type { Metered } from '@/lib/sample/metered.ts'
import { launchAgo } from '@/lib/sample/story.ts'
import type { Labels } from '@/lib/sample/world.ts'

export type GcpMetered = Metered & {
  project: GcpProject
  region: GcpRegion
  labels: Labels | null
  service: keyof typeof gcpServices
  sku: string
  /** Unit of usage.amount, and how many of them are one pricing unit. */
  unit: string
  pricingUnit: string
  unitsPerPricingUnit: string
  resource: string
  /** Promotional credits pay for it while this many days or more are left. */
  promotedUntilAgo?: number
}

export const gcpServices = {
  compute: { id: '6F81-5844-456A', name: 'Compute Engine' },
  vertex: { id: 'C7E2-9256-1C43', name: 'Vertex AI' },
  storage: { id: '95FF-2EF5-5EA1', name: 'Cloud Storage' },
  sql: { id: '9662-B51E-5089', name: 'Cloud SQL' },
} as const

const GIB_SECONDS_PER_MONTH = '2875838717460480'
const evalLabels: Labels = { project: 'assistant-eval', environment: 'research' }
const searchLabels: Labels = { project: 'semantic-search', environment: 'prod', model: null }

function gemini(sku: string, rate: string, costPerDay: Activity): GcpMetered {
  return {
    id: `vertex ${sku}`,
    project: 'assistant',
    region: 'us-central1',
    labels: { ...evalLabels, model: null },
    service: 'vertex',
    sku,
    unit: 'count',
    pricingUnit: 'count',
    unitsPerPricingUnit: '1',
    resource: '',
    rate,
    costPerDay,
    jitter: 0.18,
    digits: 0,
    promotedUntilAgo: 300,
  }
}

function bucket(
  project: GcpProject,
  region: GcpRegion,
  labels: Labels | null,
  name: string,
  costPerDay: Activity,
): GcpMetered {
  return {
    id: `storage ${name}`,
    project,
    region,
    labels,
    service: 'storage',
    sku: region === 'us-central1' ? 'Standard Storage US Regional' : 'Standard Storage Netherlands',
    unit: 'byte-seconds',
    pricingUnit: 'gibibyte month',
    unitsPerPricingUnit: GIB_SECONDS_PER_MONTH,
    resource: name,
    rate: '0.02',
    costPerDay,
    jitter: 0.02,
    digits: 6,
  }
}

function egress(
  project: GcpProject,
  region: GcpRegion,
  labels: Labels | null,
  name: string,
  costPerDay: Activity,
): GcpMetered {
  return {
    id: `egress ${name}`,
    project,
    region,
    labels,
    service: 'compute',
    sku:
      region === 'us-central1'
        ? 'Network Internet Egress from Americas to EMEA'
        : 'Network Internet Egress from Netherlands to EMEA',
    unit: 'bytes',
    pricingUnit: 'gibibyte',
    unitsPerPricingUnit: '1073741824',
    resource: name,
    rate: '0.085',
    costPerDay,
    jitter: 0.2,
    digits: 6,
  }
}

/** Everything on the Google bill that is not a machine, by day. */
export const gcpMetered: readonly GcpMetered[] = [
  gemini('Gemini 2.5 Flash GA Text Input - Predictions', '0.0000003', weekly(13, 4)),
  gemini('Gemini 2.5 Flash GA Text Output - Predictions', '0.0000025', weekly(22, 7)),
  gemini('Gemini 2.5 Pro GA Text Input - Predictions', '0.00000125', since(launchAgo, 11, 24)),
  gemini('Gemini 2.5 Pro GA Text Output - Predictions', '0.00001', since(launchAgo, 18, 41)),
  bucket('search', 'europe-west4', searchLabels, 'nw-search-index', growing(40, 66)),
  bucket(
    'foundation',
    'us-central1',
    { project: 'data-curation', environment: 'research' },
    'nw-web-shards',
    growing(22, 48),
  ),
  bucket('scratch', 'us-central1', null, 'nw-scratch-dumps', growing(3, 9)),
  egress('search', 'europe-west4', searchLabels, 'search-api', weekly(26, 17)),
  egress('scratch', 'us-central1', null, 'scratch-l4', weekly(4, 2)),
  {
    id: 'sql search-meta',
    project: 'search',
    region: 'europe-west4',
    labels: searchLabels,
    service: 'sql',
    sku: 'Cloud SQL for PostgreSQL: Regional - 8 vCPU + 30GB RAM in Netherlands',
    unit: 'seconds',
    pricingUnit: 'hour',
    unitsPerPricingUnit: '3600',
    resource: 'search-meta',
    rate: '1.0872',
    costPerDay: () => 26.0928,
    jitter: 0,
    digits: 2,
  },
]
