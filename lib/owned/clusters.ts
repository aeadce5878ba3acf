import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { OWNED_HARDWARE } from '@/lib/catalog/match-owned.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import type { Prisma } from '@/lib/db/generated/client.ts'
import type { OwnedTerms } from './owned-cluster.ts'
import type { OwnedDraft } from './read-terms.ts'
import { readTerms } from './read-terms.ts'

/** A cluster of our own, and the months that its charges are there for. */
export type OwnedCluster = {
  id: number
  terms: OwnedTerms
  createdBy: string
  updatedAt: string
  months: Day[]
}

/** Every cluster, by name. */
export async function listClusters(): Promise<OwnedCluster[]> {
  const [rows, slices] = await Promise.all([
    db().ownedCluster.findMany({ orderBy: { name: 'asc' } }),
    db().slice.findMany({
      where: { provider: OWNED_HARDWARE, liveVersionId: { not: null } },
      orderBy: { billingPeriod: 'asc' },
    }),
  ])
  return rows.map(({ id, terms, createdBy, updatedAt, name }) => ({
    id,
    terms: terms as unknown as OwnedTerms,
    createdBy,
    updatedAt: updatedAt.toISOString(),
    months: slices
      .filter(({ billingAccountId }) => billingAccountId === name)
      .map(({ billingPeriod }) => billingPeriod.toISOString().slice(0, 10)),
  }))
}

/** Writes a cluster, new where `id` is null. Its charges follow: see lib/owned/generate.ts. Throws bad_request, conflict, not_found. */
export async function saveCluster(scope: Scope, id: number | null, draft: OwnedDraft): Promise<{ id: number }> {
  const terms = readTerms(draft)
  const data = { name: terms.name, terms: terms as unknown as Prisma.InputJsonObject }
  return audited(scope, 'owned-cluster.save', `owned-cluster:${terms.name}`, data.terms, async (tx) => {
    const twin = await tx.ownedCluster.findUnique({ where: { name: terms.name } })
    if (twin && twin.id !== id) throw new AppError('conflict', `There is a cluster named ${terms.name} already.`)
    if (id === null) return tx.ownedCluster.create({ data: { ...data, createdBy: scope.actor }, select: { id: true } })
    const { count } = await tx.ownedCluster.updateMany({ where: { id }, data })
    if (count === 0) throw new AppError('not_found', 'This cluster is not there any more.')
    return { id }
  })
}

/** Removes a cluster; its charges go with the next generation. Throws not_found. */
export async function deleteCluster(scope: Scope, id: number): Promise<void> {
  await audited(
    scope,
    'owned-cluster.delete',
    `owned-cluster:${id}`,
    (name: string) => ({ name }),
    async (tx) => {
      const cluster = await tx.ownedCluster.findUnique({ where: { id } })
      if (!cluster) throw new AppError('not_found', 'This cluster is not there any more.')
      await tx.ownedCluster.delete({ where: { id } })
      return cluster.name
    },
  )
}
