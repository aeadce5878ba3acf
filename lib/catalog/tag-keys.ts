/** Tag and label keys that name a team, best first. */
export const teamTagKeys: readonly string[] = [
  'team',
  'owner',
  'squad',
  'group',
  'department',
  'business_unit',
  'businessunit',
  'cost-center',
  'costcenter',
]

/** Tag and label keys that name a project, best first. */
export const projectTagKeys: readonly string[] = [
  'project',
  'application',
  'app',
  'service',
  'product',
  'workload',
  'namespace',
]

/** Tag and label keys that name an ML model, best first. Job and run names are left out: they are not models. */
export const modelTagKeys: readonly string[] = [
  'model',
  'ml-model',
  'model-name',
  'model-id',
  'llm',
  'llm-model',
  'deployment',
  'endpoint',
]

/** Tag and label keys that name an environment, best first. */
export const environmentTagKeys: readonly string[] = ['env', 'environment', 'stage', 'tier']

/** A key as it is compared: no provider prefix, lower case, and `-`, `_` and blanks alike. */
export function comparableTagKey(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/^(?:user[:_]|labels\.)/, '')
    .trim()
    .replace(/[-_\s]+/g, '-')
}

/**
 * The first of `keys` that the tags carry with a non-empty value: the tag's own key and its trimmed value, or null.
 * When two tags compare alike, the one whose own key sorts first wins, so the order of a file does not matter.
 */
export function firstTag(
  tags: Readonly<Record<string, string>>,
  keys: readonly string[],
): { key: string; value: string } | null {
  const found = new Map<string, { key: string; value: string }>()
  for (const key of Object.keys(tags).sort()) {
    const value = tags[key]?.trim()
    const comparable = comparableTagKey(key)
    if (value && !found.has(comparable)) found.set(comparable, { key: key.trim(), value })
  }
  for (const key of keys) {
    const tag = found.get(comparableTagKey(key))
    if (tag) return tag
  }
  return null
}
