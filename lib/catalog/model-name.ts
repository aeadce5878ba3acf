// Ids whose usual spelling the rules below do not reach, after those rules were applied.
const aliases = new Map([
  ['nova-2.0-micro', 'nova-2-micro'],
  ['nova-2.0-lite', 'nova-2-lite'],
  ['nova-2.0-pro', 'nova-2-pro'],
  ['nova-2.0-omni', 'nova-2-omni'],
  ['gpt-35-turbo', 'gpt-3.5-turbo'],
  ['gpt-35-turbo-16k', 'gpt-3.5-turbo-16k'],
])

const vendorPrefix =
  /^(?:(?:us|eu|apac|global)\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen|google|moonshotai|minimax)\./
const edition = /\s*\((?:amazon bedrock edition|vertex ai)\)\s*$/
const serving = /(?:-(?:mantle|ga|latest|global|v\d+:\d+|\d{8}|(?:0\d|1[0-2])\d\d|20\d\d-\d\d-\d\d))+$/

/**
 * One id for the many spellings of a model: lower case, words joined by `-`, versions with a dot. `Claude4.6Opus`,
 * `Claude Opus 4.6` and `anthropic.claude-opus-4-6` give `claude-opus-4.6`. Claude 3.x keeps its own order
 * (`claude-3.5-sonnet`). Snapshot dates and serving words are dropped. Empty text gives an empty id.
 */
export function normaliseModel(text: string): string {
  const words = text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/(\d)([A-Z][a-z])/g, '$1-$2')
    .replace(/(?<!\d)([A-Za-z]{2,})(?=\d)/g, '$1-')
    .toLowerCase()
    .replace(edition, '')
    .replace(vendorPrefix, '')
    .replace(/[\s_/-]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/\bdeep-seek\b/, 'deepseek')
    .replace(/\bmini-max\b/, 'minimax')
    .replace(serving, '')
    .replace(/-(\d)-(\d)(?=-|$)/, '-$1.$2')
  const claude = /^claude-(\d+(?:\.\d+)?)-([a-z]+)(.*)$/.exec(words)
  const ordered =
    claude && Number.parseFloat(claude[1] ?? '') >= 4 ? `claude-${claude[2]}-${claude[1]}${claude[3]}` : words
  const older = /^claude-(opus|sonnet|haiku)-(3(?:\.\d)?)(.*)$/.exec(ordered)
  const id = older ? `claude-${older[2]}-${older[1]}${older[3]}` : ordered
  return aliases.get(id) ?? id
}
