import type { Store, Transfer } from './facts.ts'

/** What a meter is by what its bill calls it, as far as rules care. */
export type MeterText = { service: string | null; skuMeter: string | null; unit: string | null }

const GIB = 1.073741824
const HOURS_PER_MONTH = 730

/** The kind of storage that a meter charges for, or null. */
export function storeKind({ service, skuMeter }: MeterText): Store['kind'] | null {
  const text = `${service ?? ''} ${skuMeter ?? ''}`
  if (/snapshot/i.test(text)) return 'snapshot'
  if (/VolumeUsage|\bdisk\b|\bPD capacity\b|persistent disk/i.test(text)) return 'block'
  if (/FSx|Lustre|Filestore|Azure Files|NetApp/i.test(text)) return 'file'
  if (/TimedStorage|Data Stored|(standard|nearline|coldline|archive) storage|storage capacity/i.test(text))
    return 'object'
  return null
}

/** The kind of transfer that a meter charges for, or null. */
export function transferKind({ service, skuMeter }: MeterText): Transfer['kind'] | null {
  const text = `${service ?? ''} ${skuMeter ?? ''}`
  if (/NatGateway-Bytes|NAT gateway.*(data|traffic)/i.test(text)) return 'nat'
  if (/AWS-Out-Bytes|inter.?region|inter.?zone|between regions|replication/i.test(text)) return 'between-regions'
  if (/DataTransfer-Out|data transfer out|egress|outgoing traffic/i.test(text)) return 'internet'
  return null
}

/** GB-months of a quantity in a bill's unit; null where the unit does not say bytes. */
export function gbMonths(quantity: number, unit: string | null): number | null {
  const text = (unit ?? '').toLowerCase()
  const size = /gib|gibibyte/.test(text) ? GIB : /gb|gigabyte/.test(text) ? 1 : null
  if (size === null) return null
  if (/mo/.test(text)) return quantity * size
  if (/hour|hrs/.test(text)) return (quantity * size) / HOURS_PER_MONTH
  return null
}

/** GB of a quantity of transfer; null where the unit does not say bytes. */
export function gigabytes(quantity: number, unit: string | null): number | null {
  const text = (unit ?? '').toLowerCase()
  if (/gib|gibibyte/.test(text)) return quantity * GIB
  if (/tib|tebibyte/.test(text)) return quantity * GIB * 1024
  if (/gb|gigabyte/.test(text)) return quantity
  return null
}

/** Tokens of a quantity of an API meter and their direction; null where the meter counts no tokens. */
export function tokensOf(
  quantity: number,
  { skuMeter, unit }: MeterText,
): { direction: 'in' | 'out'; tokens: number } | null {
  const text = skuMeter ?? ''
  if (!/token|text (in|out)put/i.test(text)) return null
  const direction = /out/i.test(text) ? 'out' : /inp|prompt/i.test(text) ? 'in' : null
  if (direction === null) return null
  const per = /1\s?m|million/i.test(unit ?? '') ? 1e6 : /1\s?k|thousand/i.test(unit ?? '') ? 1e3 : 1
  return { direction, tokens: quantity * per }
}
