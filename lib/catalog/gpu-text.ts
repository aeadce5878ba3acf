import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { catalogPrices } from '@/lib/catalog/prices.ts'

const models =
  'GB300|GB200|GH200|B300|B200|H200|H100|H20|H800|A800|A100|A10G|A10|A16|A30|A40|L40S|L40|L4|L20|L2|T4G|T4|V100|P100|P40|P4|K80|M60|' +
  'RTX[\\s_-]?(?:PRO[\\s_-]?)?\\d{4}(?:[\\s_-]?(?:SFF[\\s_-]?)?Ada)?|RTX[\\s_-]?A\\d{4}|A[2456][05]00|MI\\d{3}[AX]?|MI25|Gaudi ?[23]?'
const finder = new RegExp(
  `(?<![a-z0-9])((?:\\d{1,3}\\s?x[\\s_-]*)?(?:(?:nvidia|amd|intel|tesla|geforce|instinct|quadro)[\\s_-]*)*)(${models})(?=$|[^a-z0-9]|ib(?![a-z])|sxm|pcie|nvl)([^,;/|]{0,40})`,
  'gi',
)
// Names this short also mean load balancers, disks and paper sizes.
const shortName = /^(?:A\d\d|L\d\d?|T4|P4|P40|K80|M60|H20|MI25)$/i
const gpuWords = /nvidia|\bamd\b|tesla|geforce|instinct|quadro|gpu|accelerator|\d\s?x[\s_-]/i
// A product of another name: an RTX 3090 Ti is no RTX 3090, and the catalogue's RTX PRO 6000 is the server edition.
const otherEdition = /^[\s_-]*(?:ti\b|super\b|sff\b|d\b|laptop|(?:blackwell )?(?:max-?q|workstation))/i

const familyPrefixes = new Map([
  ['H100', 'H100-'],
  ['A100', 'A100-'],
  ['V100', 'V100-'],
  ['RTX6000', ''],
])

/** The one class of a family that this provider's catalogue rows hold; null when they hold several or none. */
function onlyClassOf(provider: string, family: string): string | null {
  const belongs = (id: string) =>
    family === 'RTX6000' ? /RTX-6000(?!-Ada)/.test(id) : id.startsWith(familyPrefixes.get(family) ?? '\0')
  const rows = catalogPrices.filter((row) => row.provider === provider && belongs(row.gpuClass))
  const classes = new Set(rows.map((row) => row.gpuClass))
  return classes.size === 1 ? ([...classes][0] ?? null) : null
}

function variantClass(family: string, words: string, provider: string): string | null {
  const memory = (gigabytes: number) => new RegExp(`(?<!\\d)${gigabytes} ?g`, 'i').test(words)
  if (family === 'H100') {
    if (/nvl(?!ink)/i.test(words) || memory(94)) return 'H100-NVL-94GB'
    if (/pcie/i.test(words)) return 'H100-PCIe-80GB'
    if (/sxm|hgx|hbm3/i.test(words)) return 'H100-SXM-80GB'
  }
  if (family === 'H200') return /nvl(?!ink)/i.test(words) ? 'H200-NVL' : 'H200'
  if (family === 'A100' && memory(80)) return 'A100-80GB'
  if (family === 'A100' && memory(40)) return 'A100-40GB'
  if (family === 'V100' && memory(32)) return 'V100-32GB'
  if (family === 'V100' && memory(16)) return 'V100-16GB'
  if (family === 'RTX6000' && /quadro/i.test(words)) return 'Quadro-RTX-6000'
  return onlyClassOf(provider, family)
}

const classByName = new Map(
  [
    'RTX-PRO-6000',
    'RTX-PRO-4500',
    'RTX-6000-Ada',
    'RTX-4000-Ada',
    'RTX-A6000',
    'RTX-A5000',
    'RTX-A4500',
    'RTX-A4000',
  ].map((id) => [id.replaceAll('-', '').toUpperCase(), id]),
)
const otherNames = new Map([
  ['A6000', 'RTX-A6000'],
  ['A5000', 'RTX-A5000'],
  ['A4500', 'RTX-A4500'],
  ['A4000', 'RTX-A4000'],
  ['T4G', 'T4g'],
  ['GAUDI', 'Gaudi'],
  ['GAUDI2', 'Gaudi2'],
  ['GAUDI3', 'Gaudi3'],
  ['MI25', 'Radeon-MI25'],
])

function classFor(model: string, before: string, after: string, provider: string): string | null {
  if (otherEdition.test(after)) return null
  const family = model.toUpperCase().replace(/[\s_-]/g, '')
  if (familyPrefixes.has(family) || family === 'H200') {
    return variantClass(family, `${before} ${after}`, provider)
  }
  const named = classByName.get(family) ?? otherNames.get(family)
  if (named) return named
  const id = /^RTX\d{4}$/.test(family) ? family.replace('RTX', 'RTX-') : family
  return gpuClass(id) ? id : null
}

/**
 * The accelerator named in free text: its class, or null when the text leaves several possible (`H100` says neither SXM
 * nor PCIe) or names one that is not in the catalogue. With `sureItIsHardware`, short names need no GPU word beside them.
 */
export function gpuInText(
  text: string,
  provider: string,
  sureItIsHardware: boolean,
): { gpuClass: string | null; evidence: string } | null {
  const hits = [...text.matchAll(finder)].filter(
    ([, , model = '']) => sureItIsHardware || !shortName.test(model) || gpuWords.test(text),
  )
  if (hits.length === 0) return null
  const classes = new Set(
    hits.map(([, before = '', model = '', after = '']) => classFor(model, before, after, provider)),
  )
  return { gpuClass: classes.size === 1 ? ([...classes][0] ?? null) : null, evidence: text }
}
