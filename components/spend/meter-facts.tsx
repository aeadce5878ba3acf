import { Badge } from '@/components/ui/badge.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { MeterLabels } from '@/lib/spend/charge.ts'

const facts: readonly [keyof MeterLabels, string][] = [
  ['provider', 'Provider'],
  ['billingAccountId', 'Billing account'],
  ['subAccountId', 'Sub-account'],
  ['service', 'Service'],
  ['serviceCategory', 'Service category'],
  ['region', 'Region'],
  ['resourceName', 'Resource name'],
  ['resourceId', 'Resource'],
  ['resourceType', 'Resource type'],
  ['instanceType', 'Instance type'],
  ['skuId', 'SKU'],
  ['skuMeter', 'SKU meter'],
  ['skuDetail', 'SKU detail'],
  ['operation', 'Operation'],
  ['chargeCategory', 'Charge category'],
  ['chargeClass', 'Charge class'],
  ['providerChargeType', "Provider's charge type"],
  ['pricingCategory', 'Pricing category'],
  ['commitmentId', 'Commitment'],
  ['commitmentStatus', 'Commitment status'],
  ['unit', 'Unit'],
  ['currency', 'Currency'],
]

/** What the bill says about a meter; what it does not say has no line. Tags come last, as they are. */
export function MeterFacts({ meter }: { meter: MeterLabels }) {
  const stated = facts.flatMap(([key, name]) => {
    const value = meter[key]
    return typeof value === 'string' && value !== ''
      ? [{ key, name, value: key === 'currency' ? currencyName(value) : value }]
      : []
  })
  const tags = Object.entries(meter.tags).map(([key, value]) => ({
    key: `tag ${key}`,
    name: <span className="mono">{key}</span>,
    value: <span className="mono">{value}</span>,
  }))
  return <DescriptionList items={[...stated, ...tags]} />
}

const attributed = ['team', 'project', 'model', 'environment'] as const satisfies readonly DimensionKey[]

/** What the charges count for, and which tag or rule said so. */
export function AttributionFacts({ meter }: { meter: MeterLabels }) {
  const items = attributed.map((key) => ({
    key,
    name: valueName[key],
    value: <Attributed value={meter[key]} name={valueLabel(key, meter[key])} by={meter.attributedBy[key]} />,
  }))
  const gpu = valueLabel('gpu-class', meter.gpuClass)
  const gpuValue = (
    <>
      <Attributed value={meter.gpuClass} name={gpu} by={meter.gpuRule ?? undefined} />
      {meter.gpuEvidence && (
        <>
          {' '}
          <span className="ink3">from</span> <span className="mono">{meter.gpuEvidence}</span>
        </>
      )}
    </>
  )
  const all = [...items, { key: 'gpu-class', name: 'GPU class', value: gpuValue }]
  if (meter.gpuCount !== null) all.push({ key: 'gpu-count', name: 'GPUs a unit', value: <>{meter.gpuCount}</> })
  return <DescriptionList items={all} />
}

const valueName = { team: 'Team', project: 'Project', model: 'Model', environment: 'Environment' }

function Attributed({ value, name, by }: { value: string | null; name: string; by: string | undefined }) {
  return (
    <>
      <span className={value === null ? 'ink3' : 'med'}>{name}</span> {by && <Badge title="What says so">{by}</Badge>}
    </>
  )
}
