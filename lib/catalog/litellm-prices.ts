import type { ApiPrice } from '@/lib/catalog/api-prices.ts'

/** A price that cannot be read: which model and field, what it holds and what is wrong. */
export class PriceListError extends Error {
  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`)
    this.name = 'PriceListError'
  }
}

const MODES = ['chat', 'completion', 'responses', 'embedding', undefined]
const MOST_DIGITS = 30

/**
 * Reads prices from the text of LiteLLM's model_prices_and_context_window.json: an object of models with input_cost_per_token and
 * output_cost_per_token in USD. Entries of other modes (images, audio) and without both prices are passed over. Throws PriceListError that names model,
 * field and value for JSON of another shape, a price that is no number or is below 0, and a list without any price.
 */
export function litellmPrices(text: string, source: string): ApiPrice[] {
  const list = parsed(text)
  const prices = Object.entries(list).flatMap(([name, entry]) =>
    name === 'sample_spec' ? [] : priceOf(name, entry, source),
  )
  if (prices.length === 0)
    throw new PriceListError('The list', 'has no model with input_cost_per_token and output_cost_per_token')
  return prices
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new PriceListError('The file', `is not JSON (${error instanceof Error ? error.message : 'unreadable'})`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PriceListError('The file', 'is not an object of models')
  return value as Record<string, unknown>
}

function priceOf(name: string, entry: unknown, source: string): ApiPrice[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new PriceListError(name, 'is not an object')
  const fields = entry as Record<string, unknown>
  if (!MODES.includes(fields.mode as string | undefined)) return []
  const [input, output, cached] = ['input_cost_per_token', 'output_cost_per_token', 'cache_read_input_token_cost'].map(
    (field) => perMillion(name, field, fields[field]),
  )
  if (input === null || input === undefined || output === null || output === undefined) return []
  const vendor = typeof fields.litellm_provider === 'string' ? fields.litellm_provider : 'unknown'
  const model = name.startsWith(`${vendor}/`) ? name.slice(vendor.length + 1) : name
  return [
    {
      vendor,
      model,
      usdPerMillionIn: input,
      usdPerMillionOut: output,
      usdPerMillionCachedIn: cached ?? null,
      from: null,
      source,
    },
  ]
}

/** A price of a token as that of a million, exact: the shortest text of the number with its point moved by six. Null where there is none. */
function perMillion(model: string, field: string, value: unknown): string | null {
  if (value === undefined || value === null) return null
  const place = `${model}, ${field}`
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new PriceListError(place, `${JSON.stringify(value)} is not a number`)
  if (value < 0) throw new PriceListError(place, `${value} is below 0`)
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = digits.split('.')
  const point = whole.length + Number(exponent) + 6
  const all = `${whole}${fraction}`
  if (Math.abs(point) > MOST_DIGITS) throw new PriceListError(place, `${value} is no price of a token`)
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${all}` : all.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  const text = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/0+$/, '').replace(/\.$/, '')
  return text.replace(/^0+(?=\d)/, '')
}
