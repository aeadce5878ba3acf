import { readGpuCount } from '@/lib/catalog/gpu-count.ts'
import type { GpuMatch } from '@/lib/catalog/gpu-match.ts'
import { gpuOrUnknown, knownGpu, noGpu } from '@/lib/catalog/gpu-match.ts'
import type { HardwareLabels } from '@/lib/catalog/hardware-labels.ts'
import { isNotMachine, statedGpuCount } from '@/lib/catalog/hardware-labels.ts'
import { catalogPrices, catalogRow } from '@/lib/catalog/prices.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

const region = '(?:[A-Z]{2,4}\\d?-)?'
const instanceUsage = new RegExp(
  `^${region}(BoxUsage|SpotUsage|DedicatedUsage|HostUsage|HostBoxUsage|UnusedBox|UnusedDed|ReservedHostUsage|HeavyUsage)(?::(.+))?$`,
)
const sageMakerUsage = new RegExp(`^${region}[A-Za-z_]+(?:[:-][A-Za-z_]+)*[:-](ml\\.[a-z0-9-]+\\.[a-z0-9-]+)\\b`)
const savingsPlanOfFamily = new RegExp(`^${region}EC2SP:([a-z0-9-]+)\\.`)
const hostUsage = /^(?:HostUsage|ReservedHostUsage)$/
const typeInText =
  /(?:^|[\s($,])((?:ml\.)?[a-z][a-z0-9-]*\.(?:metal(?:-\d+xl)?|\d*x?large|medium|small|nano|micro))(?![a-z0-9])/i

// Families start with the letter: c6g, m6g, r6g and t4g are Graviton CPUs; p1, f1, f2 and vt1 hold no GPU.
const acceleratorFamily = /^(?:p[2-9]|g[3-9]|gr[6-9]|inf[1-9]|trn[1-9]|dl[1-9]|u-p[2-9])[a-z0-9-]*$/
// EMR, WorkSpaces and others reuse BoxUsage names for a fee on top of the EC2 charge.
const machineService =
  /ec2|elastic compute|sagemaker|batch|\beks|\becs|amazoneks|amazonecs|elastic (?:kubernetes|container)|parallel ?c|^compute/i
const splitOperation = /^(?:EKSPod|ECSTask)-/i
const plainMeter = /^[A-Za-z ]*$/

const classesByFamily = new Map<string, Set<string>>()
for (const row of catalogPrices.filter(({ provider }) => provider === 'aws')) {
  const family = row.instanceType.split('.')[0] ?? ''
  classesByFamily.set(family, (classesByFamily.get(family) ?? new Set()).add(row.gpuClass))
}

function familyClass(family: string): string | null {
  if (/^(?:u-)?p6e-gb200/.test(family)) return 'GB200'
  const classes = classesByFamily.get(family)
  return classes?.size === 1 ? ([...classes][0] ?? null) : null
}

function matchType(labels: HardwareLabels, text: string, rule: string): GpuMatch {
  const type = text.trim().toLowerCase().replace(/^ml\./, '')
  const row = catalogRow('aws', type)
  if (row) return knownGpu(labels, row.gpuClass, statedGpuCount(labels, row.gpuCount), rule)
  const family = type.split('.')[0] ?? ''
  if (!acceleratorFamily.test(family)) return noGpu
  // An UltraServer's name carries its GPU count: u-p6e-gb200x72.
  const gpuCount = readGpuCount(labels.gpuCountLabel) ?? readGpuCount(/gb200x(\d+)/.exec(type)?.[1] ?? null)
  return gpuOrUnknown(labels, { gpuClass: familyClass(family), gpuCount, evidence: text }, `${rule}-not-in-catalogue`)
}

function matchHost(family: string, rule: string): GpuMatch {
  return acceleratorFamily.test(family) ? { kind: 'gpu-host', gpuClass: familyClass(family), rule } : noGpu
}

/**
 * AWS: the usage type says whether a charge is a machine at all, then the instance type is looked up. Without a usage
 * type (some FOCUS files) the instance type or the description is used, unless the words are about something else.
 */
export function matchAws(labels: HardwareLabels): GpuMatch {
  const meter = labels.skuMeter?.trim() ?? ''
  const plan = savingsPlanOfFamily.exec(meter)
  if (plan?.[1]) return matchHost(plan[1], 'aws-savings-plan-of-family')
  if (labels.serviceName?.trim() && !machineService.test(labels.serviceName)) return noGpu
  if (splitOperation.test(labels.operation?.trim() ?? '')) return noGpu

  const usage = instanceUsage.exec(meter)
  const described = labels.instanceType?.trim() || typeInText.exec(labels.skuDetail ?? '')?.[1] || ''
  if (usage) {
    const type = usage[2] ?? described
    const host = hostUsage.test(usage[1] ?? '') && !type.includes('.')
    return host ? matchHost(type, 'aws-dedicated-host') : matchType(labels, type, 'aws-usage-type')
  }
  const sageMaker = sageMakerUsage.exec(meter)
  if (sageMaker?.[1]) return matchType(labels, sageMaker[1], 'aws-sagemaker-usage-type')
  if (!plainMeter.test(meter) || isNotMachine(labels)) return noGpu
  if (parseTimeUnit(labels.consumedUnit).measure === 'other') return noGpu
  return matchType(labels, described, labels.instanceType?.trim() ? 'aws-instance-type' : 'aws-description')
}
