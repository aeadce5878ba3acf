import { isCurrencyCode } from '@/lib/core/currency-code.ts'
import type { Day } from '@/lib/core/period.ts'
import { isDay } from '@/lib/core/period.ts'
import { decimalFault, isZero } from '@/lib/core/plain-decimal.ts'

/** One unit of `from` is worth `rate` (decimal text above zero) units of `to` in the month, by the source's word of a day. */
export type ExchangeRate = { month: Day; from: string; to: string; rate: string; source: string; observedOn: Day }

/** What somebody wrote; blank where it is not said. `date` is the day that the source gives the rate for. */
export type ExchangeRateDraft = Record<'month' | 'from' | 'to' | 'rate' | 'source' | 'date', string | null>

export type ExchangeRateFault = { field: keyof ExchangeRateDraft; reason: string; whatToDo: string }

const longest = 200

/** Reads a draft; says everything that is wrong with it, by field. Pure. */
export function readExchangeRate(draft: ExchangeRateDraft): { rate: ExchangeRate } | { faults: ExchangeRateFault[] } {
  const text = (field: keyof ExchangeRateDraft) => draft[field]?.trim() || null
  const faults: ExchangeRateFault[] = []
  const fault = (field: keyof ExchangeRateDraft, reason: string, whatToDo: string) =>
    faults.push({ field, reason, whatToDo })
  const month = monthOf(text('month'))
  if (month === null) fault('month', text('month') ? 'is not a month' : 'is missing', 'Write the month as YYYY-MM.')
  const from = text('from')?.toUpperCase() ?? ''
  const to = text('to')?.toUpperCase() ?? ''
  for (const [field, code] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!isCurrencyCode(code))
      fault(field, code ? 'is not an ISO 4217 currency' : 'is missing', 'Write its code, such as EUR.')
  }
  if (from && from === to)
    fault('to', 'is the same currency as from', 'A currency needs no rate into itself: remove it.')
  const rate = text('rate')
  const wrong = rateFault(rate)
  if (wrong) fault('rate', wrong, 'Write what one unit of from is worth in to: a decimal above zero with a point.')
  const source = text('source')
  if (source === null) fault('source', 'is missing', 'Say where the rate comes from, such as ECB.')
  else if (source.length > longest) fault('source', `is longer than ${longest} characters`, 'Shorten it.')
  const date = text('date')
  if (date === null || !isDay(date))
    fault(
      'date',
      date ? 'is not a day' : 'is missing',
      'Write the day that the source gives the rate for, as YYYY-MM-DD.',
    )
  if (faults.length > 0) return { faults }
  return { rate: { month: month ?? '', from, to, rate: rate ?? '', source: source ?? '', observedOn: date ?? '' } }
}

/** Why text is no exchange rate, or null. */
export function rateFault(text: string | null): string | null {
  if (text === null) return 'is missing'
  return decimalFault(text) ?? (isZero(text) ? 'is zero' : null)
}

/** The first day of a month written as `2026-09` or `2026-09-01`; null for other text. */
export function monthOf(text: string | null): Day | null {
  const month = /^(\d{4}-\d\d)(?:-01)?$/.exec(text ?? '')?.[1]
  return month && isDay(`${month}-01`) ? `${month}-01` : null
}
