import { readGpuCount } from '@/lib/catalog/gpu-count.ts'
import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import { gpuOrUnknown, knownGpu, noGpu } from '@/lib/catalog/gpu-match.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { isNotMachine, statedGpuCount } from '@/lib/catalog/hardware-labels.ts'
import { matchTpu } from '@/lib/catalog/match-tpu.ts'
import { catalogRow } from '@/lib/catalog/prices.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

const notHardware =
  /licen[cs]|management fee|support|snapshot|egress|ingress|data transfer|storage|\bcapacity\b|\btokens?\b/i
const hostText = /\b(A2|A3(?: ?(?:Plus|Mega|Ultra|Edge|High))?|A4X|A4|G2|G4)\b.*\b(?:Core|Cpu|Ram)\b/i
const gpuBrand = /nvidia|tesla|\bgpu|\b[hb][123]00\b|\bgb[23]00\b|\brtx (?:pro )?6000\b/i
const gpuContext = /\bgpus?\b|running in|attached to|\bfor \d years?\b/i
const gpuMachine = /^(?:a[2-9]x?|g[2-9])-[a-z]|^ct\d/

// Longest first. Google sells H100 only in A3 machines, which are SXM, and V100 only with 16 GB; plain A100 has 40 GB.
const skuClasses: readonly { text: RegExp; gpuClass: string }[] = [
  { text: /\bA100 80 ?GB\b/i, gpuClass: 'A100-80GB' },
  { text: /\bA100\b/i, gpuClass: 'A100-40GB' },
  { text: /\bH100\b/i, gpuClass: 'H100-SXM-80GB' },
  { text: /\bH200\b/i, gpuClass: 'H200' },
  { text: /\bGB300\b/i, gpuClass: 'GB300' },
  { text: /\bGB200\b/i, gpuClass: 'GB200' },
  { text: /\bB300\b/i, gpuClass: 'B300' },
  { text: /\bB200\b/i, gpuClass: 'B200' },
  { text: /\bRTX (?:PRO )?6000\b/i, gpuClass: 'RTX-PRO-6000' },
  { text: /\bL4\b/i, gpuClass: 'L4' },
  { text: /\bT4\b/i, gpuClass: 'T4' },
  { text: /\bV100\b/i, gpuClass: 'V100-16GB' },
  { text: /\bP100\b/i, gpuClass: 'P100' },
  { text: /\bP4\b/i, gpuClass: 'P4' },
  { text: /\bK80\b/i, gpuClass: 'K80' },
]

// A2, A3 and A4X machines come with more than one class: only the machine type can tell.
const hostClasses: readonly { text: RegExp; gpuClass: string }[] = [
  { text: /^A3 ?(?:Plus|Mega|Edge|High)$/i, gpuClass: 'H100-SXM-80GB' },
  { text: /^A3 ?Ultra$/i, gpuClass: 'H200' },
  { text: /^A4$/i, gpuClass: 'B200' },
  { text: /^G2$/i, gpuClass: 'L4' },
  { text: /^G4$/i, gpuClass: 'RTX-PRO-6000' },
]

function classOf(table: readonly { text: RegExp; gpuClass: string }[], text: string): string | null {
  return table.find((entry) => entry.text.test(text))?.gpuClass ?? null
}

function matchSku(labels: HardwareLabels, text: string): GpuMatch | null {
  if (notHardware.test(text)) return null
  if (/\btpu|tpu\b|tpu ?v?\d|trillium|ironwood/i.test(text)) return matchTpu(labels, text)
  const host = hostText.exec(text)
  if (host?.[1] && !/\bgpu\b/i.test(text)) {
    const machineClass = catalogRow('gcp', labels.instanceType ?? '')?.gpuClass
    return { kind: 'gpu-host', gpuClass: machineClass ?? classOf(hostClasses, host[1]), rule: 'gcp-host-sku' }
  }
  if (!gpuBrand.test(text) || !gpuContext.test(text)) return null
  // One unit of a GPU SKU is one GPU, whatever the machine holds; a slice says how many it is.
  const gpuCount = readGpuCount(/\((\d+) gpu slice\)/i.exec(text)?.[1] ?? null) ?? '1'
  return gpuOrUnknown(labels, { gpuClass: classOf(skuClasses, text), gpuCount, evidence: text }, 'gcp-gpu-sku')
}

/**
 * Google Cloud: GPUs and TPUs are SKUs of their own, billed per GPU or chip; cores and memory of a GPU machine are its
 * host. A row that names only a machine type (some FOCUS files) counts as the whole machine.
 */
export function matchGcp(labels: HardwareLabels): GpuMatch {
  const texts = [labels.skuMeter, labels.skuDetail].filter((text) => text !== null)
  if (texts.some((text) => notHardware.test(text))) return noGpu
  for (const text of texts) {
    const match = matchSku(labels, text)
    if (match) return match
  }
  const type = labels.instanceType?.trim().toLowerCase() ?? ''
  const wholeMachine = texts.every(
    (text) => /^[a-z]* ?(?:instance|hours?|usage)?$/i.test(text.trim()) || text.toLowerCase().includes(type),
  )
  if (!type || !wholeMachine || isNotMachine(labels)) return noGpu
  if (parseTimeUnit(labels.consumedUnit).measure === 'other') return noGpu
  const row = catalogRow('gcp', type)
  if (row) return knownGpu(labels, row.gpuClass, statedGpuCount(labels, row.gpuCount), 'gcp-machine-type')
  if (!gpuMachine.test(type)) return noGpu
  const found = { gpuClass: null, gpuCount: readGpuCount(labels.gpuCountLabel), evidence: type }
  return gpuOrUnknown(labels, found, 'gcp-machine-type-not-in-catalogue')
}
