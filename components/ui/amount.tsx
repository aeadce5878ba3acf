import type { Change as ChangeValue } from '@/lib/core/format.ts'
import {
  amountParts,
  change,
  currencySymbol,
  formatAmount,
  formatDifference,
  formatFull,
  formatHours,
  formatMoney,
} from '@/lib/core/format.ts'

/** Why a figure is not there, in a word. Never 0 and never a dash alone. */
export function Missing({ children = 'unknown', title }: { children?: string; title?: string }) {
  return (
    <span className="ink3" title={title}>
      {children}
    </span>
  )
}

/**
 * An amount to the cent from decimal text: cents in the third ink, negative in brackets that hang, every digit in the title.
 * `symbol` puts the currency's sign before it, for figures outside of a table that names its currency.
 */
export function Amount(props: {
  value: string | null
  currency: string
  symbol?: boolean
  digits?: number
  missing?: string
}) {
  if (props.value === null) return <Missing>{props.missing ?? 'unknown'}</Missing>
  const { negative, whole, cents } = amountParts(props.value, props.digits)
  return (
    <span title={formatFull(props.value, props.currency)} className={negative ? 'paren' : undefined}>
      {negative && '('}
      {props.symbol && currencySymbol(props.currency)}
      {whole}
      {cents && <span className="c">{cents}</span>}
      {negative && ')'}
    </span>
  )
}

/** `+94,103.71`: the difference between two amounts, with its sign. */
export function Difference({ current, previous }: { current: string | null; previous: string | null }) {
  if (current === null || previous === null) return null
  const text = formatDifference(current, previous)
  const point = text.indexOf('.')
  return (
    <span>
      {text.slice(0, point)}
      <span className="c">{text.slice(point)}</span>
    </span>
  )
}

/** `+35.8%`, coloured only when material. `judged={false}` for hours and counts, which are neither good nor bad. */
export function ChangeText(props: { current: string | null; previous: string | null; judged?: boolean }) {
  if (props.current === null || props.previous === null) return null
  const result = change(props.current, props.previous)
  return <span className={changeInk(result, props.judged ?? true)}>{result.text}</span>
}

function changeInk(result: ChangeValue, judged: boolean): string {
  if (!judged || !result.material) return result.text === 'new' ? 'ink2' : 'ink3'
  return result.direction > 0 ? 'up' : 'down'
}

/** GPU hours from decimal text, the decimal in the third ink. */
export function Hours({ value, digits = 1, missing }: { value: string | null; digits?: number; missing?: string }) {
  if (value === null) return <Missing>{missing ?? 'unknown'}</Missing>
  const text = formatHours(value, digits)
  const point = text.indexOf('.')
  return (
    <span title={`${formatFull(value)} GPU hours`}>
      {point < 0 ? text : text.slice(0, point)}
      {point >= 0 && <span className="c">{text.slice(point)}</span>}
    </span>
  )
}

/** A rate to the cent, such as cost per GPU-hour: its decimals are not small change and keep the ink. */
export function RateAmount(props: { value: string | null; currency: string; symbol?: boolean; missing?: string }) {
  if (props.value === null) return <Missing>{props.missing ?? 'unknown'}</Missing>
  return <span>{props.symbol ? formatMoney(props.value, props.currency) : formatAmount(props.value)}</span>
}
