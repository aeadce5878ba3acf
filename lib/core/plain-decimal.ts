const PLAIN = /^(\d{1,18})(?:\.(\d{1,18}))?$/

/**
 * Why text is no plain decimal of at most 18 digits before and after the point, without a sign, or null when it is one. What a person typed
 * or a file says; amounts in bills are read elsewhere and may be longer.
 */
export function decimalFault(text: string): string | null {
  if (PLAIN.test(text)) return null
  if (/^-/.test(text)) return 'is negative'
  if (/^[+]?(nan|inf(inity)?)$/i.test(text)) return 'is not a number'
  if (/^\d+,\d+$/.test(text)) return 'has a comma; decimals are written with a point'
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return 'has thousands separators'
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return 'has an exponent; write all digits'
  if (/^\d+(\.\d+)?$/.test(text)) return 'has more than 18 digits before or after the point'
  return 'is not a decimal number'
}

/** Whether a plain decimal is zero. */
export function isZero(text: string): boolean {
  return !/[1-9]/.test(text)
}
