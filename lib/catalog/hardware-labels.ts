import { readGpuCount } from '@/lib/catalog/gpu-count.ts'

/** Labels of a meter that say something about its hardware. All text as the provider wrote it, or null. */
export type HardwareLabels = {
  /** Provider slug as `providerSlug` gives it. */
  provider: string
  /** FOCUS ChargeCategory: Usage, Purchase, Tax, Credit, Adjustment. */
  chargeCategory: string
  /** The provider's own line type: AWS lineItemType, Azure ChargeType, GCP cost_type; null in FOCUS files. */
  providerChargeType: string | null
  serviceName: string | null
  /** FOCUS ServiceCategory. */
  serviceCategory: string | null
  resourceType: string | null
  skuId: string | null
  /** AWS usage type, GCP SKU description, Azure MeterName, FOCUS SkuMeter. */
  skuMeter: string | null
  /** Azure MeterSubCategory or product, AWS product family, FOCUS ChargeDescription. */
  skuDetail: string | null
  /** AWS operation. */
  operation: string | null
  /** AWS product_instance_type, Azure AdditionalInfo.ServiceType, FOCUS SkuPriceDetails.InstanceType. */
  instanceType: string | null
  /** FOCUS SkuPriceDetails.GpuCount, or AWS product/gpu, as text. */
  gpuCountLabel: string | null
  /** Unit of the quantity as the provider wrote it. */
  consumedUnit: string | null
}

const usageTypes = new Map<string, readonly string[]>([
  ['aws', ['usage', 'discountedusage', 'savingsplancoveredusage']],
  ['azure', ['usage', 'unusedreservation']],
  ['gcp', ['regular']],
])
const commitmentResource = /savings plan|reserved instance|^reservation$|committed use|^commitment/i
const commitmentText = /^\s*commitment\b|unused commitment|commitment purchase|^reserved vm instance/i

/** True when the charge is usage that accrues hours: no purchase, fee, credit, tax, correction of price or commitment. */
export function makesGpuHours(labels: HardwareLabels): boolean {
  const type = labels.providerChargeType?.trim().toLowerCase() ?? ''
  // Azure's amortized export gives reserved machines that stood unused as lines of their own.
  if (labels.provider === 'azure' && type === 'unusedreservation') return true
  if (labels.chargeCategory.trim().toLowerCase() !== 'usage') return false
  const types = usageTypes.get(labels.provider)
  if (type && types && !types.includes(type)) return false
  if (commitmentResource.test(labels.resourceType?.trim() ?? '')) return false
  return ![labels.skuMeter, labels.skuDetail].some((text) => text !== null && commitmentText.test(text))
}

/**
 * The stated GPU count, when it outranks the catalogue. FOCUS's GpuCount does; AWS's product/gpu is only a hint, and
 * FOCUS counts are whole, so neither outranks a catalogue row that knows a slice of a GPU.
 */
export function statedGpuCount(labels: HardwareLabels, catalogueCount: string): string {
  if (labels.providerChargeType !== null || catalogueCount.includes('.')) return catalogueCount
  return readGpuCount(labels.gpuCountLabel) ?? catalogueCount
}

const deniedCategories =
  /^(?:storage|networking|databases?|identity|security|management and governance|integration|business applications)$/i
const deniedWords =
  /storage|\bdisks?\b|\bvolumes?\b|snapshot|backup|file ?system|egress|ingress|data transfer|bandwidth|\bip\b|\bip ?v[46]|ip address|load ?balanc|\bnat\b|\bvpn\b|licen[cs]|support|software|\bimages?\b|management fee|\btokens?\b|\brequests?\b/i
const withWhat = /\b(?:with|including|incl\.?)\s.*$/i

/** True for a charge that no wording about GPUs turns into a GPU: storage, network, licences, support, tokens. */
export function isNotMachine(labels: HardwareLabels): boolean {
  if (deniedCategories.test(labels.serviceCategory?.trim() ?? '')) return true
  const texts = [labels.serviceName, labels.resourceType, labels.skuMeter, labels.skuDetail]
  return texts.some((text) => text !== null && deniedWords.test(text.replace(withWhat, '')))
}
