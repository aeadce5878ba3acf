import { readGpuCount } from '@/lib/catalog/gpu-count.ts'
import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import { gpuOrUnknown, knownGpu, noGpu } from '@/lib/catalog/gpu-match.ts'
import { gpuInText } from '@/lib/catalog/gpu-text.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { isNotMachine, statedGpuCount } from '@/lib/catalog/hardware-labels.ts'
import { catalogRow } from '@/lib/catalog/prices.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

// How neoclouds and OCI write the number of GPUs into a product name.
const countPatterns: readonly RegExp[] = [
  /^(?:BM|VM)\.GPU[A-Za-z0-9.-]*\.(\d{1,3})$/i, // OCI shape BM.GPU.H100.8
  /(?:^|[_\s-])(\d{1,3})gpu(?:-|$)/i, // Nebius preset 8gpu-128vcpu-1600gb
  /(?:^|[^a-z0-9.])(\d{1,3})\s?x[\s_-]*[a-z]/i, // gpu_8x_h100_sxm5, gd-8xh100ib-i128, 8 x H100
  /\.(\d{1,3})x$/i, // Crusoe h100-80gb-sxm-ib.8x
  /-(\d{1,3})x$/i, // CoreWeave b200-8x
  /\bx\s?(\d{1,3})$/i, // H100 x8
  /^[A-Z]+\d+S?-(\d{1,2})-\d+G$/, // Scaleway H100-2-80G
  /(?:^|\s)(\d{1,3})\s?GPUs?\b/i,
]
const tokenService = /bedrock|openai|cognitive|token|chat completion/i
// A serverless pool of several GPU types: the catalogue prices the pool, which does not say what ran.
const pool = /^serverless:.*\//i

function countIn(texts: readonly string[]): string | null {
  for (const pattern of countPatterns) {
    for (const text of texts) {
      const count = readGpuCount(pattern.exec(text.trim())?.[1] ?? null)
      if (count) return count
    }
  }
  return null
}

function matchCatalogue(labels: HardwareLabels, texts: readonly string[]): GpuMatch | null {
  for (const text of texts) {
    const row = pool.test(text.trim()) ? null : catalogRow(labels.provider, text)
    if (row) return knownGpu(labels, row.gpuClass, statedGpuCount(labels, row.gpuCount), 'named-catalogue')
    // Crusoe prices one GPU; the product's name ends in the multiple.
    const multiple = /^(.+)\.(\d{1,3})x$/i.exec(text.trim())
    const base = multiple?.[1] ? catalogRow(labels.provider, multiple[1]) : null
    const count = readGpuCount(multiple?.[2] ?? null)
    if (base && count) return knownGpu(labels, base.gpuClass, count, 'named-catalogue-multiple')
  }
  return null
}

/**
 * OCI, neoclouds and everybody else: the provider's own catalogue row first, then accelerator names in the text with a
 * count from the name. A form factor that the text leaves open is filled only when the provider's rows hold one class.
 */
export function matchNamed(labels: HardwareLabels): GpuMatch {
  const unit = parseTimeUnit(labels.consumedUnit)
  if (isNotMachine(labels) || tokenService.test(labels.serviceName ?? '')) return noGpu
  if (unit.measure === 'other') return noGpu
  const fields = [labels.instanceType, labels.skuMeter, labels.skuId, labels.resourceType, labels.skuDetail]
  const texts = fields.filter((text): text is string => text !== null && text.trim() !== '')

  const exact = matchCatalogue(labels, texts)
  if (exact) return exact
  const gpuCount = readGpuCount(labels.gpuCountLabel) ?? countIn(texts)
  const found = texts.map((text) => {
    const sure = text === labels.instanceType || unit.measure === 'gpu-time'
    return gpuInText(text, labels.provider, sure)
  })
  const hit = found.find((entry) => entry?.gpuClass) ?? found.find((entry) => entry !== null)
  if (hit) return gpuOrUnknown(labels, { ...hit, gpuCount }, 'named-text')

  const worded = texts.find((text) => /gpu/i.test(text))
  const stated = readGpuCount(labels.gpuCountLabel)
  const evidence = worded ?? (stated ? `GpuCount ${stated}` : null)
  if (evidence === null && unit.measure !== 'gpu-time') return noGpu
  const shown = evidence ?? labels.consumedUnit ?? ''
  return gpuOrUnknown(labels, { gpuClass: null, gpuCount, evidence: shown }, 'named-gpu-word')
}
