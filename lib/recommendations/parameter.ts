/** A number that a rule depends on: a threshold or an assumption, with its unit, its default and where that comes from. */
export type Parameter = {
  id: string
  label: string
  /** `share` is 0 to 1 and shown as a percentage. */
  unit: 'share' | 'days' | 'hours' | 'hours a week' | 'amount' | 'count' | 'factor' | 'GB' | 'tokens' | 'points'
  default: number
  min: number
  max: number
  source: string
  /** Whether it may be changed for one finding alone. */
  perFinding?: true
}

/** What was set instead of the defaults: for the organisation by `<rule>.<parameter>`, and for single findings by their key. */
export type Settings = {
  organisation: Readonly<Record<string, number>>
  findings: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Reads parameters of one rule: `value('id')`, or `value('id', findingKey)` where one finding may have its own. */
export type Values = (id: string, findingKey?: string) => number

/** Parameters of a rule as they are set. Throws RangeError for an id that the rule does not have. */
export function valuesOf(rule: string, parameters: readonly Parameter[], settings: Settings): Values {
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  return (id, findingKey) => {
    const parameter = byId.get(id)
    if (!parameter) throw new RangeError(`${rule} has no parameter ${id}`)
    const own = findingKey === undefined ? undefined : settings.findings[findingKey]?.[id]
    return own ?? settings.organisation[`${rule}.${id}`] ?? parameter.default
  }
}

/** Why a number cannot be a value of the parameter, or null. */
export function parameterFault(parameter: Parameter, value: number): string | null {
  if (!Number.isFinite(value)) return `${parameter.label} is not a number`
  if (value < parameter.min) return `${parameter.label} is below ${parameter.min}`
  if (value > parameter.max) return `${parameter.label} is above ${parameter.max}`
  return null
}
