import { providerSlug } from '@/lib/catalog/provider.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'
import { requiredColumn } from '@/lib/import/amounts.ts'
import type { ColumnMapping, MappingColumn } from '@/lib/import/column-mapping.ts'
import { columnTargets, mappedLayout, parseMapping, usualNames } from '@/lib/import/column-mapping.ts'
import type { BillingFormat, Header, MeterLabels } from '@/lib/import/format.ts'
import { readInstant } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, meterWithCurrency, noLabels, unknownName } from '@/lib/import/label-values.ts'
import { spreadsheetAmount } from '@/lib/import/spreadsheet-amount.ts'
import { withColumns } from '@/lib/import/tags.ts'

const labelTargets: readonly MappingColumn[] = [
  'currency',
  'account',
  'service',
  'resource',
  'region',
  'sku',
  'instanceType',
  'gpuCount',
  'unit',
  'team',
  'project',
  'model',
  'environment',
]

/** A quantity column called `Hours` or `GPU hours` says its unit itself. */
function unitInName(column: string | undefined): string | null {
  const { measure } = parseTimeUnit(column ?? null)
  return column && (measure === 'time' || measure === 'gpu-time') ? column : null
}

function meter(mapping: ColumnMapping, raw: RawLabels, currency: string): MeterLabels {
  return {
    ...noLabels,
    provider: providerSlug(mapping.provider),
    billingAccountId: firstOf(raw, 'account') ?? (mapping.fixedAccount?.trim() || unknownName),
    serviceName: firstOf(raw, 'service'),
    regionId: firstOf(raw, 'region'),
    resourceId: firstOf(raw, 'resource'),
    skuMeter: firstOf(raw, 'sku'),
    instanceType: firstOf(raw, 'instanceType'),
    gpuCountLabel: firstOf(raw, 'gpuCount'),
    chargeCategory: 'Usage',
    consumedUnit: firstOf(raw, 'unit') ?? unitInName(mapping.quantity),
    currency,
    tags: withColumns({}, { team: raw.team, project: raw.project, model: raw.model, environment: raw.environment }),
  }
}

const numericTargets: readonly MappingColumn[] = ['cost', 'effectiveCost', 'quantity', 'gpuCount']

function looksNumeric(values: readonly (string | null)[]): boolean {
  return values.every((value) => value === null || value.trim() === '' || /\d/.test(value))
}

/**
 * Columns to start a mapping with, by target: those whose name is usual for it. Each column is suggested once, and one
 * without digits in `preview` (rows of cells in header order) is never an amount.
 */
export function suggestMapping(
  header: Header,
  preview: readonly (readonly (string | null)[])[],
): Record<string, string> {
  const taken = new Set<string>()
  const suggestions: Record<string, string> = {}
  for (const target of columnTargets) {
    for (const usual of usualNames[target]) {
      const column = header.has(usual) ? header.column(usual) : null
      const name = column ? header.nameOf(column) : null
      if (name === null || taken.has(name)) continue
      const cells = preview.map((row) => row[header.names.indexOf(name)] ?? null)
      if (numericTargets.includes(target) && !looksNumeric(cells)) continue
      taken.add(name)
      suggestions[target] = name
      break
    }
  }
  return suggestions
}

/** A file of no known format, read as an admin's column mapping (`answers.mapping`, JSON text) says. Never detected. */
export const custom: BillingFormat = {
  id: 'custom',
  label: 'Mapped columns',
  docs: 'docs/formats.md#mapped-columns',
  requires: [],
  excludes: [],
  matches: () => false,
  plan(header: Header, answers) {
    const mapping = parseMapping(answers.mapping, header)
    const targets = labelTargets.flatMap((target) => (mapping[target] ? [[target, [mapping[target]]] as const] : []))
    const labels = findLabels(header, Object.fromEntries(targets))
    const amount = (name: string | undefined) =>
      spreadsheetAmount(name ? header.column(name) : null, mapping.decimalComma === 'yes')
    return {
      variant: `Mapped columns, ${mapping.provider}`,
      labels,
      meter: meterWithCurrency(labels, mapping.fixedCurrency, (raw, currency) => meter(mapping, raw, currency)),
      chargeStart: readInstant(requiredColumn(header, mapping.chargeStart), [mappedLayout(mapping)]),
      chargeEnd: null,
      chargeSpan: mapping.dateLayout === 'unix' ? 'hour' : 'day',
      billingPeriod: null,
      quantity: amount(mapping.quantity),
      costs: { billed: amount(mapping.cost), effective: amount(mapping.effectiveCost), list: null, contracted: null },
      invoiceId: null,
    }
  },
}
