import { Missing } from '@/components/ui/amount.tsx'
import { amountParts, formatFull } from '@/lib/core/format.ts'

/** Decimals that a decimal text needs, zeros at its end left out. */
function decimalsOf(value: string | null): number {
  return value?.split('.')[1]?.replace(/0+$/, '').length ?? 0
}

/** The decimals that every amount of a column needs so that digits align: at least cents. */
export function commonDecimals(values: Iterable<string | null>): number {
  return Math.max(2, ...[...values].map(decimalsOf))
}

/**
 * An amount with every digit it has, padded to `decimals`: those after cents in the third ink. Null reads "not in the format".
 */
export function ExactAmount(props: { value: string | null; currency: string; decimals: number; missing?: string }) {
  if (props.value === null) return <Missing>{props.missing ?? 'not available'}</Missing>
  const { negative, whole, cents } = amountParts(props.value, props.decimals)
  return (
    <span title={formatFull(props.value, props.currency)} className={negative ? 'paren' : undefined}>
      {negative && '('}
      {whole}
      {cents.slice(0, 3)}
      {cents.length > 3 && <span className="c">{cents.slice(3)}</span>}
      {negative && ')'}
    </span>
  )
}
