import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import { knownGpu, noGpu } from '@/lib/catalog/gpu-match.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'

/** Provider slug of the hardware that an organisation owns. */
export const OWNED_HARDWARE = 'owned-hardware'

/** How a machine of our own is called: `8x H100-SXM-80GB`. */
export function ownedInstanceType(gpusPerNode: number, gpuClassId: string): string {
  return `${gpusPerNode}x ${gpuClassId}`
}

/** Reads ownedInstanceType back. Only the line with the machine's hours has a unit; power, hosting and people belong to its class without hours. */
export function matchOwned(labels: HardwareLabels): GpuMatch {
  const parts = /^(\d{1,4})x (\S+)$/.exec(labels.instanceType ?? '')
  const known = gpuClass(parts?.[2] ?? '')
  if (!parts?.[1] || !known) return noGpu
  if (labels.consumedUnit === null) return { kind: 'gpu-host', gpuClass: known.id, rule: 'owned-host' }
  return knownGpu(labels, known.id, parts[1], 'owned-machine')
}
