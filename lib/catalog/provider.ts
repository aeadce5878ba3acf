const known: readonly { slug: string; label: string; names: readonly string[] }[] = [
  { slug: 'aws', label: 'AWS', names: ['amazon', 'amazon web services', 'amazon aws'] },
  { slug: 'azure', label: 'Azure', names: ['microsoft', 'microsoft azure'] },
  { slug: 'gcp', label: 'Google Cloud', names: ['google', 'google cloud', 'google cloud platform'] },
  {
    slug: 'oci',
    label: 'Oracle Cloud',
    names: ['oracle', 'oracle cloud', 'oracle cloud infrastructure', 'oracle america'],
  },
  { slug: 'coreweave', label: 'CoreWeave', names: ['core weave'] },
  { slug: 'lambda', label: 'Lambda', names: ['lambda labs', 'lambda cloud', 'lambda gpu cloud'] },
  { slug: 'nebius', label: 'Nebius', names: ['nebius ai', 'nebius ai cloud', 'nebius cloud', 'nebius group'] },
  { slug: 'crusoe', label: 'Crusoe', names: ['crusoe cloud', 'crusoe energy', 'crusoe energy systems'] },
  { slug: 'runpod', label: 'RunPod', names: ['run pod', 'runpod io'] },
  { slug: 'ovhcloud', label: 'OVHcloud', names: ['ovh', 'ovh cloud', 'ovh public cloud'] },
  { slug: 'ibm', label: 'IBM Cloud', names: ['ibm cloud'] },
  { slug: 'scaleway', label: 'Scaleway', names: [] },
  { slug: 'together', label: 'Together AI', names: ['together ai', 'together computer'] },
  { slug: 'fireworks', label: 'Fireworks AI', names: ['fireworks ai'] },
  { slug: 'vast', label: 'Vast.ai', names: ['vast ai'] },
  { slug: 'openai', label: 'OpenAI', names: ['open ai'] },
  { slug: 'anthropic', label: 'Anthropic', names: [] },
  { slug: 'unknown', label: 'Unknown provider', names: [] },
]

const slugByName = new Map(known.flatMap((entry) => [entry.slug, ...entry.names].map((name) => [name, entry.slug])))
const labelBySlug = new Map(known.map((entry) => [entry.slug, entry.label]))
const legalForm = / (?:inc|llc|ltd|limited|corp|corporation|gmbh|plc|pbc|sas|b v|bv|emea sarl)$/

/** Stable lower-case id of a provider from the name in a bill: AWS and Amazon Web Services, Inc. are both `aws`. */
export function providerSlug(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const name = words.replace(legalForm, '')
  return slugByName.get(name) ?? (name.replaceAll(' ', '-') || 'unknown')
}

/** Name to show for a slug; a provider without a known name shows its slug in title case. */
export function providerLabel(slug: string): string {
  const label = labelBySlug.get(slug)
  if (label) return label
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
