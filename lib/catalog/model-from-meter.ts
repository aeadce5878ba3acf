import { normaliseModel } from '@/lib/catalog/model-name.ts'

/** What a meter of a managed model says. `direction` is null for meters that are no tokens in or out. */
export type MeterModel = {
  /** Normalised id such as `claude-sonnet-4.6`, `gpt-4o`, `gemini-2.5-flash`. */
  model: string
  /** The model as the provider wrote it. */
  providerText: string
  direction: 'input' | 'output' | 'cache-read' | 'cache-write' | null
  rule: string
}

/** The labels that name a model; `provider` is a slug as `providerSlug` gives it. */
export type ModelLabels = {
  provider: string
  serviceName: string | null
  skuMeter: string | null
  skuDetail: string | null
}

type Direction = MeterModel['direction']

// Region codes end in a digit, but for EU-; that keeps GPT- a part of the model.
const bedrockMeter =
  /^(?:(?:[A-Z]{2,4}\d|EU|CPT)-)?((?!MP:).+?)-(?:text-|image-|audio-)?(cache-(?:read|write)-input|cache-(?:read|write)|input|output)-(?:tokens?|token-count)(?![a-z])/
const marketplaceMeter = /^[A-Z0-9]+-MP:[A-Z0-9]+_(.+)-Units$/
const bedrockEdition = /([^,;:]+?)\s*\(Amazon Bedrock Edition\)/i

function direction(text: string): Direction {
  if (/cache[-_ ]?write/i.test(text)) return 'cache-write'
  if (/cache[-_ ]?read/i.test(text)) return 'cache-read'
  if (/output/i.test(text)) return 'output'
  return /input/i.test(text) ? 'input' : null
}

function found(text: string, way: Direction, rule: string): MeterModel | null {
  const providerText = text.trim()
  const model = normaliseModel(providerText)
  return /[a-z]/.test(model) ? { model, providerText, direction: way, rule } : null
}

function bedrockModel({ serviceName, skuMeter, skuDetail }: ModelLabels): MeterModel | null {
  const meter = skuMeter?.trim() ?? ''
  const edition = bedrockEdition.exec(serviceName ?? '') ?? bedrockEdition.exec(skuDetail ?? '')
  if (edition?.[1]) {
    return found(edition[1], direction(marketplaceMeter.exec(meter)?.[1] ?? ''), 'bedrock-marketplace')
  }
  if (serviceName?.trim() && !/bedrock/i.test(serviceName)) return null
  const parts = bedrockMeter.exec(meter)
  return parts?.[1] ? found(parts[1], direction(parts[2] ?? ''), 'bedrock-usage-type') : null
}

const azureMeter = /^(.+?)[ -]((?:(?:cached|cchd|batch)[ -]+)*)(inp(?:ut)?|outp(?:ut|t)?|opt)\b.*tokens?$/i
const azureServing = /(?:[ -](?:glbl|gl|global|dzone|dz|data zone|regnl|regional|batch|cached|cchd|prty|txt|text))+$/i
// `5.4` or `V4 Pro` is a model only together with the family that the subcategory names.
const bareVersion = /^(?:v?\d)/i
const azureFamilies: readonly { subcategory: RegExp; prefix: string }[] = [
  { subcategory: /openai|gpt/i, prefix: 'gpt-' },
  { subcategory: /grok/i, prefix: 'grok-' },
  { subcategory: /deepseek/i, prefix: 'deepseek-' },
  { subcategory: /llama/i, prefix: 'llama-' },
  { subcategory: /kimi/i, prefix: 'kimi-' },
  { subcategory: /phi/i, prefix: 'phi-' },
]

function azureModel({ serviceName, skuMeter, skuDetail }: ModelLabels): MeterModel | null {
  if (serviceName?.trim() && !/cognitive|openai|foundry|azure ai|machine learning/i.test(serviceName)) return null
  const parts = azureMeter.exec(skuMeter?.trim() ?? '')
  if (!parts?.[1]) return null
  const cached = /cached|cchd/i.test(`${parts[1]} ${parts[2]}`)
  const way = /^i/i.test(parts[3] ?? '') ? (cached ? 'cache-read' : 'input') : 'output'
  const name = parts[1].replace(azureServing, '')
  if (!bareVersion.test(name)) return found(name, way, 'azure-meter-name')
  const family = azureFamilies.find(({ subcategory }) => subcategory.test(skuDetail ?? ''))
  const match = family ? found(`${family.prefix}${name}`, way, 'azure-meter-and-subcategory') : null
  return match && { ...match, providerText: parts[1].trim() }
}

const gemini = /Gemini\s+\d+(?:\.\d+)?\s+(?:Pro|Flash(?:[ -]Lite)?)\b/i
const partners: readonly RegExp[] = [
  /Claude\s+(?:(?:Opus|Sonnet|Haiku|Fable|Mythos)\s+\d+(?:\.\d+)?|\d+(?:\.\d+)?\s+(?:Opus|Sonnet|Haiku))\b/i,
  /Llama[ -]?\d+(?:\.\d+)?(?:[ -](?:\d+B|Maverick|Scout))?\b/i,
  /(?:Mistral|Codestral|Mixtral|Ministral)(?:[ -](?:Large|Medium|Small|Nemo|\d+x?\d*B))?\b/i,
]

function vertexDirection(text: string): Direction {
  if (/storage/i.test(text)) return null
  if (/cache[ -]?write/i.test(text)) return 'cache-write'
  if (/\bcach(?:e|ed|ing)\b/i.test(text)) return 'cache-read'
  return direction(text)
}

function vertexModel({ serviceName, skuMeter, skuDetail }: ModelLabels): MeterModel | null {
  if (serviceName?.trim() && !/vertex|gemini|generative|claude|llama|mistral/i.test(serviceName)) return null
  const texts = [skuMeter, skuDetail].filter((text) => text !== null)
  const way = texts.map(vertexDirection).find((text) => text !== null) ?? null
  for (const text of [...texts, serviceName ?? '']) {
    const named = gemini.exec(text)?.[0]
    if (named) return found(named, way, 'gemini-sku')
    const partner = partners.map((pattern) => pattern.exec(text)?.[0]).find((name) => name !== undefined)
    if (partner) return found(partner, way, 'vertex-partner-sku')
  }
  return null
}

/**
 * The ML model that a managed-inference meter names: Bedrock (billed by AWS or through Marketplace), Azure OpenAI and
 * Foundry, Gemini and partner models on Vertex AI. Null when the meter names none (provisioned units, GPU machines).
 */
export function modelFromMeter(labels: ModelLabels): MeterModel | null {
  if (labels.provider === 'aws') return bedrockModel(labels)
  if (labels.provider === 'azure') return azureModel(labels)
  return labels.provider === 'gcp' ? vertexModel(labels) : null
}
