import { sampleDays } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { CsvLine } from '@/lib/sample/csv-file.ts'
import { guid, hexId } from '@/lib/sample/noise.ts'
import type { Busy } from '@/lib/sample/usage/busy-hours.ts'
import { captioning, notebook, serving, training } from '@/lib/sample/usage/busy-hours.ts'
import type { WatchedFleet } from '@/lib/sample/usage/machines.ts'
import { onAws, onAzure, onGcp, onNebius } from '@/lib/sample/usage/machines.ts'
import { clockText, nodeSpans, startOf } from '@/lib/sample/usage/running-time.ts'

/** A fleet whose GPUs are sampled, for how many days up to the last, and what runs on it under Kubernetes. */
type SampledFleet = {
  watched: WatchedFleet
  days: number
  modelName: string
  busy: Busy
  /** Older GPUs have no profiling metrics. */
  metric?: 'DCGM_FI_DEV_GPU_UTIL'
  /** Memory in use of each GPU in MiB, where it is sampled too. */
  memoryMib?: number
  namespace?: string
  app?: string
}

export const dcgmColumns = ['timestamp', 'metric', 'value', 'Hostname', 'gpu', 'UUID', 'modelName'] as const
export const kubernetesColumns = [...dcgmColumns, 'namespace', 'pod', 'container'] as const
type DcgmColumn = (typeof kubernetesColumns)[number]

const H100 = 'NVIDIA H100 80GB HBM3'

/** Machines that run one thing each: whoever owns the machine holds its GPUs, or Slurm says who does. */
export function sampledMachines(ctx: SampleContext): SampledFleet[] {
  const jobs = training(ctx)
  return [
    {
      watched: onAws('caption-reserved', 8),
      days: 77,
      modelName: 'NVIDIA A100-SXM4-80GB',
      busy: captioning,
      memoryMib: 1632,
    },
    {
      watched: onAws('notebook', 1),
      days: 30,
      modelName: 'NVIDIA A10G',
      busy: notebook,
      metric: 'DCGM_FI_DEV_GPU_UTIL',
    },
    { watched: onAws('assistant-committed', 8), days: 21, modelName: H100, busy: serving(0.24, 0.81) },
    { watched: onAws('assistant-small', 4), days: 21, modelName: 'NVIDIA L40S', busy: serving(0.16, 0.72) },
    { watched: onAws('atlas-committed', 8), days: 21, modelName: H100, busy: jobs },
    { watched: onNebius('posttrain-reserved', 8), days: 21, modelName: 'NVIDIA H200', busy: jobs },
  ]
}

/** Nodes of Kubernetes clusters: the samples name the pod, and its namespace is the project. */
export const sampledPods: readonly SampledFleet[] = [
  {
    watched: onGcp('search-embed', 4),
    days: 21,
    modelName: 'NVIDIA L4',
    busy: serving(0.03, 0.64),
    namespace: 'semantic-search',
    app: 'embedder',
  },
  {
    watched: onAzure('shared-llm', 8),
    days: 21,
    modelName: 'NVIDIA A100-SXM4-80GB',
    busy: serving(0.09, 0.58),
    namespace: 'shared-inference',
    app: 'vllm-llama-3-3-70b',
  },
]

/** One sample an hour of each GPU, for the whole hours that its machine ran. */
export function* dcgmRows(fleets: readonly SampledFleet[], ctx: SampleContext): Generator<CsvLine<DcgmColumn>> {
  const days = sampleDays(ctx.until)
  for (const { watched, days: length, modelName, busy, metric, memoryMib, namespace, app } of fleets) {
    const labels = Array.from({ length: watched.fleet.nodes }, (_, node) =>
      Array.from({ length: watched.gpus }, (_, gpu) => ({
        metric: metric ?? 'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
        Hostname: watched.host(node),
        gpu: String(gpu),
        UUID: `GPU-${guid(`gpu ${watched.fleet.id} ${node} ${gpu}`)}`,
        modelName,
        ...(namespace && app
          ? { namespace, pod: `${app}-${hexId(app, 10)}-${hexId(`${app} ${node}`, 5)}`, container: app }
          : {}),
      })),
    )
    for (const day of days.filter(({ ago }) => ago < length)) {
      for (const [node, { from, to }] of nodeSpans(watched.fleet, day, ctx)) {
        for (let time = from; time + 3600 <= to; time += 3600) {
          const hour = (time - startOf(day.date)) / 3600
          const timestamp = `${clockText(time)}Z`
          for (const [gpu, fixed] of (labels[node] ?? []).entries()) {
            const share = Math.min(1, busy({ watched, node, gpu, day, hour }, ctx))
            yield [fixed, { timestamp, value: metric ? (share * 100).toFixed(0) : share.toFixed(4) }]
            if (memoryMib)
              yield [
                { ...fixed, metric: 'DCGM_FI_DEV_FB_USED' },
                { timestamp, value: String(memoryMib) },
              ]
          }
        }
      }
    }
  }
}
