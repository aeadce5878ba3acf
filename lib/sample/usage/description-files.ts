import { addDays } from '@/lib/core/period.ts'
import { awsMetered } from '@/lib/sample/aws/metered-services.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { CsvLine } from '@/lib/sample/csv-file.ts'
import { hexId } from '@/lib/sample/noise.ts'
import { captioningEndedAgo } from '@/lib/sample/story.ts'
import type { Project } from '@/lib/sample/world.ts'
import { projects } from '@/lib/sample/world.ts'

export const inventoryColumns = [
  'observed',
  'kind',
  'id',
  'region',
  'team',
  'project',
  'size_gb',
  'state',
  'attached_to',
  'last_attached',
  'last_used',
  'storage_class',
] as const

/** The id that the bill gives a volume. */
export const volumeId = (resource: string): string => `vol-0${hexId(resource, 16)}`

/** Volumes that went on after the project that they belonged to, and checkpoints that nobody has read for months. */
export const isOrphan = (resource: string): boolean => resource.startsWith('ebs caption-scratch')
export const COLD_BUCKET = 'northwind-checkpoints-2025'
const UNREAD_DAYS = 140

/** Every volume and bucket of the AWS bill as it is on the last day. */
export function* inventoryRows(ctx: SampleContext): Generator<CsvLine<(typeof inventoryColumns)[number]>> {
  for (const meter of awsMetered) {
    const isVolume = meter.resource.startsWith('ebs ')
    if (!isVolume && meter.productCode !== 'AmazonS3') continue
    const orphan = isOrphan(meter.resource)
    const perDay = meter.costPerDay({ ago: 0, weekday: 0, progress: 1 } as Parameters<typeof meter.costPerDay>[0])
    yield [
      {
        observed: ctx.until,
        kind: isVolume ? 'volume' : 'bucket',
        id: isVolume ? volumeId(meter.resource) : meter.resource,
        region: meter.region,
        team: meter.labels ? projects[meter.labels.project].team : '',
        project: meter.labels?.project ?? '',
        size_gb: ((perDay * 30) / Number(meter.rate)).toFixed(0),
        state: orphan ? 'unattached' : isVolume ? 'attached' : 'in-use',
        attached_to: isVolume && !orphan ? 'i-in-use' : '',
        last_attached: orphan ? addDays(ctx.until, -captioningEndedAgo) : '',
        last_used: isVolume ? '' : addDays(ctx.until, meter.resource === COLD_BUCKET ? -UNREAD_DAYS : -1),
        storage_class: isVolume ? '' : 'STANDARD',
      },
    ]
  }
}

export const modelColumns = [
  'observed',
  'model',
  'team',
  'project',
  'params_b',
  'dtype',
  'engine',
  'batch',
  'kv_cache_gb',
  'min_replicas',
  'gpus_per_replica',
  'task',
  'trained_in_house',
  'api_allowed',
  'reference_model',
  'short_share',
  'serving_since',
] as const

type Served = {
  model: string
  project: Project
  paramsB: number
  dtype: string
  task: string
  shortShare: number
} & Partial<{ engine: string; kvCacheGb: number; gpus: number; reference: string; api: boolean }>

const served: readonly Served[] = [
  {
    model: 'assistant-32b',
    project: 'assistant-serving',
    paramsB: 32,
    dtype: 'fp8',
    task: 'generate',
    shortShare: 0.08,
    gpus: 2,
  },
  {
    model: 'assistant-8b',
    project: 'assistant-serving',
    paramsB: 8,
    dtype: 'fp8',
    task: 'generate',
    shortShare: 0.12,
    gpus: 1,
  },
  {
    model: 'bge-m3',
    project: 'semantic-search',
    paramsB: 0.57,
    dtype: 'int8',
    task: 'embed',
    shortShare: 0.7,
    engine: 'other',
  },
  {
    model: 'rerank-v2',
    project: 'reranker',
    paramsB: 0.6,
    dtype: 'int8',
    task: 'classify',
    shortShare: 0.02,
    engine: 'other',
  },
  { model: 'deepseek-ocr', project: 'doc-ocr', paramsB: 3, dtype: 'fp8', task: 'ocr', shortShare: 0.05 },
  {
    model: 'llama-3.3-70b',
    project: 'shared-inference',
    paramsB: 70.6,
    dtype: 'bf16',
    task: 'generate',
    shortShare: 0.1,
    kvCacheGb: 60,
    gpus: 4,
    reference: 'Llama 3.3 70B',
    api: true,
  },
]

/** What the served models are. One is still in 16 bits. */
export function* modelRows(ctx: SampleContext): Generator<CsvLine<(typeof modelColumns)[number]>> {
  for (const one of served) {
    yield [
      {
        observed: ctx.until,
        model: one.model,
        team: projects[one.project].team,
        project: one.project,
        params_b: String(one.paramsB),
        dtype: one.dtype,
        engine: one.engine ?? 'vllm',
        batch: '48',
        kv_cache_gb: String(one.kvCacheGb ?? 8),
        min_replicas: '1',
        gpus_per_replica: String(one.gpus ?? 1),
        task: one.task,
        trained_in_house: String(one.model.startsWith('assistant') || one.model === 'rerank-v2'),
        api_allowed: String(one.api ?? false),
        reference_model: one.reference ?? '',
        short_share: String(one.shortShare),
        serving_since: addDays(ctx.until, -70),
      },
    ]
  }
}
