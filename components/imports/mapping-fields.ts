/** What a person says about a file that no format recognises: header names by target, and the choices that no column holds. */
export type MappingValues = Readonly<Record<string, string>>

export type MappingTarget = { key: string; label: string; hint?: string }

/** Targets that are a column or, where there is none, one text for the whole file. */
export const identityTargets = [
  { key: 'currency', fixed: 'fixedCurrency', label: 'Currency', fixedHint: 'ISO 4217, such as USD' },
  { key: 'account', fixed: 'fixedAccount', label: 'Billing account', fixedHint: 'one name for the whole file' },
] as const

/** Columns that are worth having and not needed. */
export const optionalTargets: readonly MappingTarget[] = [
  { key: 'effectiveCost', label: 'Effective cost', hint: 'amortized; not available without it' },
  { key: 'service', label: 'Service' },
  { key: 'resource', label: 'Resource' },
  { key: 'region', label: 'Region' },
  { key: 'sku', label: 'SKU' },
  { key: 'instanceType', label: 'Instance type', hint: 'gives the GPU class' },
  { key: 'gpuCount', label: 'GPU count', hint: 'GPUs of one unit' },
  { key: 'quantity', label: 'Quantity', hint: 'gives GPU hours when its unit is hours' },
  { key: 'unit', label: 'Unit of the quantity' },
  { key: 'team', label: 'Team' },
  { key: 'project', label: 'Project' },
  { key: 'model', label: 'Model' },
  { key: 'environment', label: 'Environment' },
]

const month = '(0?[1-9]|1[0-2])'
const day = '(0?[1-9]|[12]\\d|3[01])'
const yearAndClock = '(\\d\\d|\\d{4})( \\d{1,2}:\\d\\d(:\\d\\d)?( ?[AP]M)?)?'

/** How dates may be written; the importer reads exactly these. */
export const dateLayouts = [
  { value: 'iso', label: '2026-11-30, with a time or not', pattern: /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$/ },
  {
    value: 'us',
    label: '11/30/2026, month first',
    pattern: new RegExp(`^${month}[/.-]${day}[/.-]${yearAndClock}$`, 'i'),
  },
  {
    value: 'eu',
    label: '30/11/2026 or 30.11.26, day first',
    pattern: new RegExp(`^${day}[/.-]${month}[/.-]${yearAndClock}$`, 'i'),
  },
  { value: 'unix', label: '1796040000, seconds since 1970', pattern: /^\d{9,10}$/ },
] as const

/** Every target that a header name may be chosen for. */
export const columnTargets: readonly string[] = [
  'chargeStart',
  'cost',
  ...identityTargets.map((target) => target.key),
  ...optionalTargets.map((target) => target.key),
]

type Preview = { header: readonly string[]; preview: readonly (readonly (string | null)[])[] }

/** The values of a column in the preview, without the empty ones. */
function sample({ header, preview }: Preview, column: string | undefined): string[] {
  const at = column === undefined ? -1 : header.indexOf(column)
  return at < 0 ? [] : preview.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '')
}

/**
 * What the form starts with: the suggestions, and the layouts that the preview leaves no doubt about. Where two date layouts fit
 * the same values none is chosen: guessing would put charges into wrong months.
 */
export function initialMapping(question: Preview & { suggestions: MappingValues }): MappingValues {
  const { suggestions } = question
  const dates = sample(question, suggestions.chargeStart)
  const fitting =
    dates.length === 0 ? [] : dateLayouts.filter(({ pattern }) => dates.every((date) => pattern.test(date)))
  const amounts = sample(question, suggestions.cost)
  const comma = amounts.some((amount) => /,\d{1,2}$/.test(amount) || /\.\d{3},/.test(amount))
  return {
    ...(fitting.length === 1 && fitting[0] && { dateLayout: fitting[0].value }),
    decimalComma: comma ? 'yes' : 'no',
    ...suggestions,
  }
}

/** What is missing or cannot be right, by field; empty when the mapping can be sent. */
export function mappingProblems(question: Preview, values: MappingValues): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!values.chargeStart) problems.chargeStart = 'Choose the column with the date of the charge'
  if (!values.cost) problems.cost = 'Choose the column with the billed amount'
  if (!values.dateLayout) problems.dateLayout = 'Choose how dates are written'
  if (!values.provider?.trim()) problems.provider = 'Name who sent the bill'
  if (!values.currency && !values.fixedCurrency)
    problems.currency = 'Choose a column, or give one currency for the file'
  if (!values.currency && values.fixedCurrency && !/^[A-Z]{3}$/.test(values.fixedCurrency)) {
    problems.currency = 'A currency is three capital letters, such as USD'
  }
  return { ...previewProblems(question, values), ...problems }
}

function previewProblems(question: Preview, values: MappingValues): Record<string, string> {
  const layout = dateLayouts.find(({ value }) => value === values.dateLayout)
  const date = layout && sample(question, values.chargeStart).find((text) => !layout.pattern.test(text))
  const amount = sample(question, values.cost).find((text) => !isAmount(text, values.decimalComma === 'yes'))
  return {
    ...(date !== undefined && { dateLayout: `"${date}" is not written like that` }),
    ...(amount !== undefined && { decimalComma: `"${amount}" is not such a number` }),
  }
}

/** `1,234.50` or `1234.5` with a point, `1.234,50` or `1234,5` with a comma; a sign, a currency sign or brackets around it. */
function isAmount(text: string, comma: boolean): boolean {
  const [group, point] = comma ? ['[. \u00a0]', ','] : [',', '\\.']
  const digits = `(\\d{1,3}(${group}\\d{3})+|\\d+)(${point}\\d*)?|${point}\\d+`
  return new RegExp(`^[-+(]?[^\\d.,()+-]{0,3}[-+]?(${digits})(e[+-]?\\d+)?\\)?$`, 'i').test(text)
}

/** The mapping as it is sent: only what was chosen; a text for the whole file only where no column was. */
export function mappingAnswer(values: MappingValues): string {
  const chosen = Object.entries(values).filter(([, value]) => value.trim() !== '')
  const answer = Object.fromEntries(chosen.map(([key, value]) => [key, value.trim()]))
  for (const { key, fixed } of identityTargets) if (answer[key]) delete answer[fixed]
  return JSON.stringify(answer)
}
