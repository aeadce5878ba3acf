import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

/** GPU hours of a charge = its quantity * numerator / denominator. Decimal text. */
export type GpuHoursFactor = { numerator: string; denominator: string }

// The catalogue writes Azure's sixths and thirds of a GPU with six decimals; hours use the true fraction.
const exactFractions = new Map([
  ['0.166667', { numerator: '1', denominator: '6' }],
  ['0.333333', { numerator: '1', denominator: '3' }],
])

/** A count that a bill states, as plain decimal text above zero; null for blanks, `N/A`, 0 and other text. */
export function readGpuCount(label: string | null): string | null {
  const parts = /^0*(\d{1,6})(?:\.(\d{0,5}[1-9])?0*)?$/.exec((label ?? '').trim())
  if (!parts) return null
  const count = parts[2] ? `${parts[1]}.${parts[2]}` : (parts[1] ?? '')
  return /[1-9]/.test(count) ? count : null
}

function timesInteger(decimal: string, factor: bigint): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  const scaled = String(BigInt(whole + fraction) * factor).padStart(fraction.length + 1, '0')
  const point = scaled.length - fraction.length
  const digits = scaled.slice(point).replace(/0+$/, '')
  return digits ? `${scaled.slice(0, point)}.${digits}` : scaled.slice(0, point)
}

/**
 * How one consumed unit turns into GPU hours. A unit that already counts GPUs is not multiplied by the count.
 * Null when the unit is no time or the count is not known.
 */
export function gpuHoursFactor(consumedUnit: string | null, gpuCount: string | null): GpuHoursFactor | null {
  const unit = parseTimeUnit(consumedUnit)
  if (unit.measure === 'gpu-time') return { numerator: unit.numerator, denominator: unit.denominator }
  if (unit.measure !== 'time' || gpuCount === null) return null
  const exact = exactFractions.get(gpuCount) ?? { numerator: gpuCount, denominator: '1' }
  return {
    numerator: timesInteger(exact.numerator, BigInt(unit.numerator)),
    denominator: String(BigInt(exact.denominator) * BigInt(unit.denominator)),
  }
}
