/** A decimal as digits and scale: value = digits / 10^scale. Written apart from the product's own arithmetic, to check it. */
type Exact = { digits: bigint; scale: number }

function exact(text: string): Exact {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim())
  if (!parts || (parts[2] === '' && parts[3] === '')) throw new Error(`not a decimal: ${text}`)
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

function print({ digits, scale }: Exact): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const fraction = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '')
  const whole = scale === 0 ? text : text.slice(0, -scale)
  const plain = fraction ? `${whole}.${fraction}` : whole
  return digits < 0n ? `-${plain}` : plain
}

/** Decimal text in one spelling: no exponent, no needless zeros. */
export function canonical(text: string): string {
  return print(exact(text))
}

/** The exact sum of decimal texts. */
export function exactSum(texts: readonly string[]): string {
  const numbers = texts.map(exact)
  const scale = Math.max(0, ...numbers.map((number) => number.scale))
  const digits = numbers.reduce((sum, number) => sum + number.digits * 10n ** BigInt(scale - number.scale), 0n)
  return print({ digits, scale })
}
