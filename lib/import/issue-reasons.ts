/** Why a text is no date that a bill or a record can have. */
export function dateReason(text: string): string {
  if (text === '') return 'no date'
  const year = /^(\d{4})-\d\d-\d\d/.exec(text)?.[1]
  if (year !== undefined && (year < '1970' || year >= '2200')) return 'not a date that a bill can have'
  if (year !== undefined) return 'not a date in the calendar, or not in the layout of this format'
  return 'not a date in the layout of this format'
}

/** Why a text is no number that is read. */
export function numberReason(text: string): string {
  if (text.length > 60) return 'not a number: too long'
  if (/^\[/.test(text) || /^\{/.test(text)) return 'not a list of amounts'
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return 'not a number: thousands separators are not read'
  if (/^[-+]?\d+,\d+$/.test(text)) return 'not a number: a decimal comma is not read in this format'
  if ((text.match(/\./g) ?? []).length > 1) return 'not a number: two decimal points'
  if (/^[-+]?(nan|inf(inity)?)$/i.test(text)) return 'not a finite number'
  if (/^\s*[$€£¥]/.test(text)) return 'not a number: it has a currency sign'
  return 'not a number'
}
