import { expect, test } from 'vitest'
import type { GpuMatch, HardwareLabels } from '@/lib/catalog/match-gpu.ts'
import { matchGpu } from '@/lib/catalog/match-gpu.ts'

/** Labels that say nothing: usage by the hour. */
export const blankLabels: HardwareLabels = {
  provider: 'aws',
  chargeCategory: 'Usage',
  providerChargeType: null,
  serviceName: null,
  serviceCategory: null,
  resourceType: null,
  skuId: null,
  skuMeter: null,
  skuDetail: null,
  operation: null,
  instanceType: null,
  gpuCountLabel: null,
  consumedUnit: 'Hours',
}

/** `H200 x8 8/1`: class, count, hours of one unit. `-` = makes no hours, `?` = hours not known. */
function brief(match: GpuMatch): string {
  if (match.kind === 'none') return 'none'
  if (match.kind === 'gpu-host') return `host ${match.gpuClass ?? '?'}`
  const hours = match.gpuHoursNumerator === null ? null : `${match.gpuHoursNumerator}/${match.gpuHoursDenominator}`
  if (match.kind === 'unknown-gpu') return `unknown ${match.gpuClass ?? '?'} ${hours ?? '?'}`
  return `${match.gpuClass} x${match.gpuCount} ${hours ?? (match.gpuHoursUnknown ? '?' : '-')}`
}

/** One test per row: the labels over the defaults, and the answer in brief. */
export function checkGpuTable(
  defaults: Partial<HardwareLabels>,
  rows: readonly [Partial<HardwareLabels>, string][],
): void {
  test.each(rows)('%j -> %s', (labels, expected) => {
    expect(brief(matchGpu({ ...blankLabels, ...defaults, ...labels }))).toBe(expected)
  })
}
