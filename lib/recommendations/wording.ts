import { formatMoney } from '@/lib/core/format.ts'

/** An amount in a sentence: whole units from 100 on, cents below. */
export function money(amount: number | string, currency: string): string {
  const text = typeof amount === 'string' ? amount : amount.toFixed(4)
  return formatMoney(text, currency, Math.abs(Number(text)) >= 100 ? 0 : 2)
}

/** A share as a percentage: `12%`, `0.4%`. */
export function percent(share: number): string {
  const value = share * 100
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)}%`
}

/** By decimals. To make one takes a hundred times as long as to use it. */
const formats = new Map<number, Intl.NumberFormat>()

/** A number with at most so many decimals, grouped. */
export function figure(value: number, decimals = 0): string {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format.format(value)
}

/** `1 machine`, `3 machines`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`
}
