import { readGpuCount } from '@/lib/catalog/gpu-count.ts'
import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import { gpuOrUnknown, knownGpu, noGpu, unknownGpu } from '@/lib/catalog/gpu-match.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { isNotMachine, statedGpuCount } from '@/lib/catalog/hardware-labels.ts'
import type { CatalogPrice } from '@/lib/catalog/prices.ts'
import { catalogRow } from '@/lib/catalog/prices.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

// Bandwidth, disks and Virtual Machines Licenses also carry the machine's ServiceType: only these services are machines.
const machineService =
  /virtual machines?(?! licen)(?: scale sets?)?|machine learning|kubernetes|\bbatch\b|^compute|cloud services/i
const gpuSize = /^standard_n(?:c|cc|d|v|g)\d+[a-z]*(?:_|$)/
const fpgaOrVideoSize = /^standard_n[pm]\d/
const sizeInText = /\bStandard_N\w+/i
const seriesInText = /\bN(?:C|CC|D|V|G)[A-Za-z0-9]*(?:[ _][A-Za-z0-9]+)*[ _]Series\b/
const plainMeter = /^(?:compute|commitment|vm|virtual machine|instance)?s?(?: hours?| usage)?$/i

/** `NC24ads A100 v4 Spot` and `Standard_NC24ads_A100_v4` as one key. */
function sizeKey(text: string): string {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_')
    .replace(/_(?:spot|low_priority|promo)$/, '')
    .replace(/^(?!standard_)/, 'standard_')
  return key === 'standard_nd96asr_a100_v4' ? 'standard_nd96asr_v4' : key
}

/** A size's row; the letter r (RDMA network) does not change the GPUs, so such a size takes the row without it. */
function sizeRow(key: string): CatalogPrice | null {
  return (
    catalogRow('azure', key) ?? catalogRow('azure', key.replace(/^(standard_n[a-z]+\d+[a-z]*)r(s?)(?=_|$)/, '$1$2'))
  )
}

function matchSizes(labels: HardwareLabels, keys: readonly string[], evidence: string, rule: string): GpuMatch {
  const rows = keys.map(sizeRow).filter((row) => row !== null)
  const [row] = rows
  const agree = rows.every(({ gpuClass, gpuCount }) => gpuClass === row?.gpuClass && gpuCount === row.gpuCount)
  if (row && agree) return knownGpu(labels, row.gpuClass, statedGpuCount(labels, row.gpuCount), rule)
  const gpuCount = readGpuCount(labels.gpuCountLabel)
  return gpuOrUnknown(labels, { gpuClass: null, gpuCount, evidence }, `${rule}-not-in-catalogue`)
}

/**
 * Azure: the VM size from AdditionalInfo.ServiceType, else from the meter name (which may join two sizes with `/`), else
 * from the product name. The number in a size counts vCPUs, so class and count come from the catalogue only.
 */
export function matchAzure(labels: HardwareLabels): GpuMatch {
  if (labels.serviceName?.trim() && !machineService.test(labels.serviceName)) return noGpu
  if (isNotMachine(labels) || parseTimeUnit(labels.consumedUnit).measure === 'other') return noGpu

  const meter = labels.skuMeter?.trim() ?? ''
  const meterKeys = meter.split('/').map(sizeKey)
  const meterSizes = meterKeys.filter((key) => gpuSize.test(key))
  const product = labels.skuDetail?.trim() ?? ''
  const reserved = /^reserved vm instance/i.test(product)
  if (meterSizes.length === 0 && !plainMeter.test(meter) && !reserved) return noGpu

  const serviceType = labels.instanceType?.trim() ?? ''
  if (gpuSize.test(sizeKey(serviceType))) {
    return matchSizes(labels, [sizeKey(serviceType)], serviceType, 'azure-service-type')
  }
  if (meterSizes.length > 0) return matchSizes(labels, meterSizes, meter, 'azure-meter-name')
  if (serviceType || meterKeys.some((key) => fpgaOrVideoSize.test(key))) return noGpu

  const named = sizeInText.exec(product)?.[0]
  if (named && gpuSize.test(sizeKey(named))) return matchSizes(labels, [sizeKey(named)], named, 'azure-product-name')
  const series = seriesInText.exec(product)?.[0]
  return series ? unknownGpu(labels, series, readGpuCount(labels.gpuCountLabel), 'azure-series') : noGpu
}
