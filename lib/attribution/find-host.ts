import { lastSegment } from '@/lib/core/last-segment.ts'

/** A machine as the bills name it. `host` is what identifies it, `name` what people call it, where a bill says so. */
export type BilledMachine = { host: string; name: string | null }

/** A machine as telemetry names it. */
export type SeenMachine = { resource: string; providerId: string | null }

/** An admin's word: what `pattern` matches is the machine `target`. */
export type HostWord = { id: number; match(name: string): string | null }

/** Which billed machine it is and how that was found out; host null: no bill names it. */
export type FoundHost = { host: string | null; foundBy: string | null }

/** Billed machines by everything that names them; a name that two machines share names neither. */
export type MachineIndex = { byId: ReadonlyMap<string, string>; byName: ReadonlyMap<string, string | null> }

/** Prepares the look-up of machines; the first spelling of an id is kept. */
export function indexMachines(machines: readonly BilledMachine[]): MachineIndex {
  const byId = new Map<string, string>()
  const byName = new Map<string, string | null>()
  for (const { host, name } of machines) {
    const id = host.toLowerCase()
    if (!byId.has(id)) byId.set(id, host)
    for (const text of new Set([lastSegment(id), ...(name ? [name.toLowerCase()] : [])])) {
      const before = byName.get(text)
      byName.set(text, before === undefined || before === byId.get(id) ? (byId.get(id) ?? null) : null)
    }
  }
  return { byId, byName }
}

/**
 * Finds the billed machine of a machine in telemetry: by an admin's word, by its id, by its Kubernetes providerID
 * (`aws:///zone/i-0abc`, `gce://project/zone/name`, `azure:///subscriptions/...`), or by a name that only one machine has.
 */
export function findHost(seen: SeenMachine, index: MachineIndex, words: readonly HostWord[]): FoundHost {
  for (const word of words) {
    const target = word.match(seen.resource)
    if (target !== null) return { host: index.byId.get(target.toLowerCase()) ?? target, foundBy: `rule:${word.id}` }
  }
  const name = seen.resource.toLowerCase()
  const byId = index.byId.get(name)
  if (byId !== undefined) return { host: byId, foundBy: 'id' }
  const provided = seen.providerId === null ? null : byProviderId(seen.providerId.toLowerCase(), index)
  if (provided !== null) return { host: provided, foundBy: 'provider-id' }
  const byName = index.byName.get(name) ?? null
  return byName === null ? { host: null, foundBy: null } : { host: byName, foundBy: 'name' }
}

function byProviderId(providerId: string, index: MachineIndex): string | null {
  const path = providerId.replace(/^[a-z]+:\/\//, '')
  return index.byId.get(path) ?? index.byId.get(lastSegment(path)) ?? index.byName.get(lastSegment(path)) ?? null
}
