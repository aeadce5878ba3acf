import type { FormatQuestion } from '@/lib/import/format.ts'

const currencies = [
  ['USD', 'US dollar'],
  ['EUR', 'Euro'],
  ['GBP', 'Pound sterling'],
  ['CHF', 'Swiss franc'],
  ['CAD', 'Canadian dollar'],
  ['AUD', 'Australian dollar'],
  ['JPY', 'Japanese yen'],
  ['INR', 'Indian rupee'],
  ['SEK', 'Swedish krona'],
  ['NOK', 'Norwegian krone'],
  ['DKK', 'Danish krone'],
  ['BRL', 'Brazilian real'],
] as const

/** Asked when a file has amounts but no currency column: rows never say which it is. Answer: an ISO 4217 code. */
export const currencyQuestion: FormatQuestion = {
  id: 'currency',
  text: 'The file has no currency column. In which currency are its amounts?',
  options: currencies.map(([code, name]) => ({ value: code, label: `${name} (${code})` })),
  probe: 'SELECT CAST(NULL AS VARCHAR)',
}
