import type { Column, FormatPlan, Header, MeterLabels } from '@/lib/import/format.ts'

export type RawLabels = Record<string, string | null>

/** Each label's column under the first of its names that the file has; labels without a column are left out. */
export function findLabels(header: Header, names: Record<string, readonly string[]>): Record<string, Column> {
  const columns = Object.entries(names).map(([label, wanted]) => [label, header.column(...wanted)] as const)
  return Object.fromEntries(columns.flatMap(([label, column]) => (column ? [[label, column]] : [])))
}

/** A plan's `meter` for labels with `currency` among them; `answer` is the currency of a file that has no such column. */
export function meterWithCurrency(
  labels: Record<string, Column>,
  answer: string | undefined,
  meter: (raw: RawLabels, currency: string) => MeterLabels,
): FormatPlan['meter'] {
  return (raw) => {
    const currency = firstOf(raw, 'currency') ?? answer
    if (currency) return meter(raw, currencyName(currency))
    return { problem: { column: labels.currency ?? null, value: '', reason: 'the row has no currency' } }
  }
}

/** The first of these labels that has text. */
export function firstOf(raw: RawLabels, ...names: string[]): string | null {
  for (const name of names) {
    const text = raw[name]?.trim()
    if (text) return text
  }
  return null
}

/** An ISO 4217 code in capitals; other text is the name of a virtual currency and stays as it is. */
function currencyName(text: string): string {
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text
}

type ChargeCategory = MeterLabels['chargeCategory']

const chargeCategories: readonly ChargeCategory[] = ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment']

/** A FOCUS ChargeCategory in its own spelling, or null when the text is none. */
export function chargeCategoryOf(text: string): ChargeCategory | null {
  return chargeCategories.find((category) => category.toLowerCase() === text.trim().toLowerCase()) ?? null
}

/** Labels that no column gives; a format overwrites what it knows. */
export const noLabels: Omit<MeterLabels, 'provider' | 'billingAccountId' | 'chargeCategory' | 'currency' | 'tags'> = {
  billingAccountName: null,
  subAccountId: null,
  subAccountName: null,
  serviceName: null,
  serviceCategory: null,
  regionId: null,
  resourceId: null,
  resourceName: null,
  resourceType: null,
  skuId: null,
  skuMeter: null,
  skuDetail: null,
  operation: null,
  instanceType: null,
  gpuCountLabel: null,
  chargeClass: null,
  providerChargeType: null,
  pricingCategory: null,
  commitmentId: null,
  commitmentStatus: null,
  consumedUnit: null,
}

/** Stands for an account or provider that the bill does not name. */
export const unknownName = 'unknown'
