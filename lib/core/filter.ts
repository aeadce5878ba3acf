import type { CostBasis } from './cost-basis.ts'
import { isCostBasis } from './cost-basis.ts'
import type { DimensionKey } from './dimensions.ts'
import { ABSENT, dimension, dimensions } from './dimensions.ts'
import type { IdleMode } from './idle-mode.ts'
import { isIdleMode } from './idle-mode.ts'
import type { Day, Grain, Period, PeriodPreset } from './period.ts'
import { grains, isDay, periodPresets, presetPeriod } from './period.ts'

/** `team is search, ml` or `charge-category is not Tax`. A null value is the dimension's named bucket of absence. */
export type Clause = { dimension: DimensionKey; negated: boolean; values: (string | null)[] }

/**
 * The whole state of a spend view. It lives in the URL and nowhere else; server and browser parse it with the same function.
 */
export type SpendFilter = {
  period: Period
  /** The preset that the period came from, when it came from one. */
  preset: PeriodPreset | null
  grain: Grain
  basis: CostBasis
  /** ISO 4217 code or the name of a virtual currency; null for every currency, each on its own. */
  currency: string | null
  /** ISO 4217 code to show amounts in, by monthly rates; null for each in its own. What has no rate stays in its own currency. */
  reportingCurrency: string | null
  idle: IdleMode
  group: DimensionKey
  clauses: Clause[]
  compare: boolean
}

/** What a view falls back to where the URL says nothing. `asOf` is the first day without data. */
export type FilterDefaults = { asOf: Day; preset?: PeriodPreset; group?: DimensionKey; grain?: Grain; idle?: IdleMode }

type Params = Pick<URLSearchParams, 'get' | 'getAll'>

/**
 * Reads a filter from URL parameters. Unknown keys are ignored and bad values fall to the defaults, so that any URL gives a valid
 * filter. Parameters: `period` (preset) or `from`+`to`, `grain`, `basis`, `currency`, `in` (reporting currency), `idle`, `group`, `compare=0`, and `is.<dimension>` /
 * `not.<dimension>`, repeated once a value, `~` for absence.
 */
export function parseFilter(params: Params, defaults: FilterDefaults): SpendFilter {
  const { period, preset } = parsePeriod(params, defaults)
  const grain = params.get('grain')
  const basis = params.get('basis')
  const idle = params.get('idle')
  const group = dimension(params.get('group') ?? '')?.key
  return {
    period,
    preset,
    grain: grains.find((g) => g === grain) ?? defaults.grain ?? 'day',
    basis: basis !== null && isCostBasis(basis) ? basis : 'effective',
    currency: parseCurrency(params.get('currency')),
    reportingCurrency: parseReporting(params.get('in')),
    idle: isIdleMode(idle) ? idle : (defaults.idle ?? 'separate'),
    group: group ?? defaults.group ?? 'team',
    clauses: parseClauses(params),
    compare: params.get('compare') !== '0',
  }
}

function parseCurrency(text: string | null): string | null {
  if (!text || text.includes('\0')) return null
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text
}

function parseReporting(text: string | null): string | null {
  return text && /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null
}

function parsePeriod(params: Params, defaults: FilterDefaults): Pick<SpendFilter, 'period' | 'preset'> {
  const from = params.get('from') ?? ''
  const to = params.get('to') ?? ''
  if (isDay(from) && isDay(to) && from < to) return { period: { from, to }, preset: null }
  const named = params.get('period')
  const preset = periodPresets.find((p) => p.key === named)?.key ?? defaults.preset ?? 'month-to-date'
  return { period: presetPeriod(preset, defaults.asOf), preset }
}

function parseClauses(params: Params): Clause[] {
  const clauses: Clause[] = []
  for (const negated of [false, true]) {
    for (const { key } of dimensions) {
      const raw = params.getAll(`${negated ? 'not' : 'is'}.${key}`)
      // No text in a database has a NUL, and asking for one is an error there.
      const texts = [...new Set(raw)].filter((v) => !v.includes('\0')).sort()
      const values = texts.map((v) => (v === ABSENT ? null : v))
      if (values.length > 0) clauses.push({ dimension: key, negated, values })
    }
  }
  return clauses
}

/** The inverse of parseFilter: sorted and stable, so that equal filters give equal text. */
export function toSearchParams(filter: SpendFilter): URLSearchParams {
  const out = new URLSearchParams()
  if (filter.preset) out.set('period', filter.preset)
  else {
    out.set('from', filter.period.from)
    out.set('to', filter.period.to)
  }
  out.set('grain', filter.grain)
  out.set('basis', filter.basis)
  if (filter.currency) out.set('currency', filter.currency)
  if (filter.reportingCurrency) out.set('in', filter.reportingCurrency)
  out.set('idle', filter.idle)
  out.set('group', filter.group)
  if (!filter.compare) out.set('compare', '0')
  for (const clause of filter.clauses) {
    const values = clause.values.map((value) => value ?? ABSENT).sort()
    for (const value of values) out.append(`${clause.negated ? 'not' : 'is'}.${clause.dimension}`, value)
  }
  out.sort()
  return out
}

/** A key for caches: equal filters over equal periods give equal keys. */
export function filterKey(filter: SpendFilter): string {
  return toSearchParams({ ...filter, preset: null }).toString()
}
