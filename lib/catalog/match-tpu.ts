import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import { gpuOrUnknown } from '@/lib/catalog/gpu-match.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'

const generation = /(?:tpu[\s-]*v?|\bv)(\d)(?:[\s-]?(lite ?pod|lite|e|p|x)(?![a-z]))?(?:-(\d{1,5})(?![\dA-Za-z]))?/i

// A slice name counts cores up to v4 and in v5p (two a chip), and chips in v5e and v6e.
const classes = new Map<string, { gpuClass: string; partsPerChip: number }>([
  ['2', { gpuClass: 'TPU-v2', partsPerChip: 2 }],
  ['3', { gpuClass: 'TPU-v3', partsPerChip: 2 }],
  ['4', { gpuClass: 'TPU-v4', partsPerChip: 2 }],
  ['5e', { gpuClass: 'TPU-v5e', partsPerChip: 1 }],
  ['5p', { gpuClass: 'TPU-v5p', partsPerChip: 2 }],
  ['6e', { gpuClass: 'TPU-v6e', partsPerChip: 1 }],
])

/** A TPU SKU: billed per chip, or per slice when it names one (`v5p-8`). A generation without its letter is unknown. */
export function matchTpu(labels: HardwareLabels, text: string): GpuMatch {
  const parts = generation.exec(text)
  const letter = parts?.[2]?.toLowerCase().startsWith('lite') ? 'e' : (parts?.[2]?.toLowerCase() ?? '')
  let found = classes.get(`${parts?.[1] ?? ''}${letter}`)
  if (!parts && /trillium/i.test(text)) found = classes.get('6e')
  if (/ironwood|tpu[\s-]*v?7x?\b/i.test(text)) found = { gpuClass: 'TPU-v7', partsPerChip: 1 }
  const slice = parts?.[3] ? Number(parts[3]) / (found?.partsPerChip ?? 1) : null
  const whole = slice !== null && Number.isInteger(slice) && slice > 0 ? String(slice) : null
  const gpuCount = parts?.[3] ? (found ? whole : null) : '1'
  return gpuOrUnknown(labels, { gpuClass: found?.gpuClass ?? null, gpuCount, evidence: text }, 'gcp-tpu-sku')
}
