/** ISO 4217 for "no currency": the currency of quantities that nobody has priced. */
export const NO_CURRENCY = 'XXX'

const codes = new Set(Intl.supportedValuesOf('currency'))

/** Whether text is the code, in capitals, of a currency that is money. XXX and the test code are not. */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text) && text !== NO_CURRENCY && text !== 'XTS'
}

/** A currency as people read it: its code, or "No price" for quantities without one. */
export function currencyName(currency: string): string {
  return currency === NO_CURRENCY ? 'No price' : currency
}
