import { z } from 'zod'
import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { isCurrencyCode } from '@/lib/core/currency-code.ts'
import { AppError } from '@/lib/core/errors.ts'
import { isDay } from '@/lib/core/period.ts'
import { decimalFault, isZero } from '@/lib/core/plain-decimal.ts'
import { expandNodeNames } from './node-names.ts'
import type { OwnedTerms } from './owned-cluster.ts'

const text = z.string().max(2000)

/** A cluster as a form gives it: every field is text. `nodes` lists host names or ranges, `watts` blank takes the class's TDP. */
export const ownedDraft = z.object({
  name: text,
  region: text,
  groups: z
    .array(z.object({ nodes: text, gpuClass: text, gpusPerNode: text, watts: text }))
    .min(1)
    .max(50),
  purchasePrice: text,
  currency: text,
  lifeMonths: text,
  inServiceFrom: text,
  outOfServiceFrom: text,
  hostWattsPerNode: text,
  pue: text,
  pricePerKwh: text,
  hostingPerMonth: text,
  peoplePerMonth: text,
})
export type OwnedDraft = z.infer<typeof ownedDraft>

const MOST_NODES = 5000

/** Reads a draft. Throws bad_request that names the first field that is wrong and what to do. */
export function readTerms(draft: OwnedDraft): OwnedTerms {
  const name = draft.name.trim()
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name))
    throw wrong('Name', draft.name, 'Use letters, digits, blanks, dots, dashes and underscores, at most 100 of them.')
  const groups = draft.groups.map((group, at) => {
    const place = draft.groups.length > 1 ? ` of group ${at + 1}` : ''
    const known = gpuClass(group.gpuClass.trim())
    if (!known) throw wrong(`GPU class${place}`, group.gpuClass, 'Choose a class of the catalogue.')
    const gpusPerNode = whole(`GPUs per node${place}`, group.gpusPerNode, 1, 1024)
    const watts = group.watts.trim()
    if (watts === '' && known.tdpWatts === null)
      throw wrong(`Watts per GPU${place}`, '', `The catalogue has no TDP of ${known.id}: write what was measured.`)
    const wattsPerGpu = watts === '' ? String(known.tdpWatts) : decimal(`Watts per GPU${place}`, watts)
    return { names: namesOf(group.nodes, place), gpuClass: known.id, gpusPerNode, wattsPerGpu }
  })
  const names = groups.flatMap((group) => group.names)
  if (names.length > MOST_NODES) throw wrong('Nodes', `${names.length} nodes`, `Enter at most ${MOST_NODES} a cluster.`)
  const twice = names.find((node, at) => names.indexOf(node) !== at)
  if (twice) throw wrong('Nodes', twice, 'A node belongs to one group: name it once.')
  const currency = draft.currency.trim().toUpperCase()
  if (!isCurrencyCode(currency)) throw wrong('Currency', draft.currency, 'Write an ISO 4217 code, such as USD.')
  const inServiceFrom = draft.inServiceFrom.trim()
  if (!isDay(inServiceFrom)) throw wrong('In service from', draft.inServiceFrom, 'Write the day as YYYY-MM-DD.')
  const outOfServiceFrom = draft.outOfServiceFrom.trim() || null
  if (outOfServiceFrom !== null && (!isDay(outOfServiceFrom) || outOfServiceFrom <= inServiceFrom))
    throw wrong('Out of service from', outOfServiceFrom, 'Write a later day as YYYY-MM-DD, or leave it empty.')
  const pue = decimal('PUE', draft.pue)
  if (Number(pue) < 1) throw wrong('PUE', pue, 'It is what the site draws over what the machines draw: 1 or more.')
  return {
    name,
    region: draft.region.trim() || null,
    groups,
    purchasePrice: decimal('Purchase price', draft.purchasePrice),
    currency,
    lifeMonths: whole('Life in months', draft.lifeMonths, 1, 240),
    inServiceFrom,
    outOfServiceFrom,
    hostWattsPerNode: decimal('Host watts per node', draft.hostWattsPerNode),
    pue,
    pricePerKwh: decimal('Price per kWh', draft.pricePerKwh),
    hostingPerMonth: decimal('Hosting per month', draft.hostingPerMonth),
    peoplePerMonth: decimal('People per month', draft.peoplePerMonth),
  }
}

function namesOf(nodes: string, place: string): string[] {
  const names = expandNodeNames(nodes, MOST_NODES)
  if (names === null)
    throw wrong(`Nodes${place}`, nodes, `Write host names or ranges such as gpu-[01-16], at most ${MOST_NODES}.`)
  return names
}

function decimal(field: string, value: string): string {
  const text = value.trim()
  const fault = text === '' ? 'is missing' : decimalFault(text)
  if (fault)
    throw new AppError('bad_request', `${field} ${fault}. Write a decimal of zero or more; 0 where there is none.`)
  return isZero(text) ? '0' : text
}

function whole(field: string, value: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value.trim()) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most)) throw wrong(field, value, `Write a whole number from ${least} to ${most}.`)
  return number
}

function wrong(field: string, value: string, whatToDo: string): AppError {
  return new AppError('bad_request', `${field} cannot be ${JSON.stringify(value.slice(0, 60))}. ${whatToDo}`)
}
