import type { Classification } from '@/lib/attribution/attribute.ts'
import { refresh } from '@/lib/attribution/refresh.ts'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { gpuClass as catalogClass } from '@/lib/catalog/gpu-classes.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'

/** What an admin said about a text, who and when (ISO 8601). */
export type ClassificationRow = Classification & { createdBy: string; createdAt: string }

/** Every classification, by provider and text. */
export async function readClassifications(): Promise<ClassificationRow[]> {
  const rows = await db().gpuClassification.findMany({ orderBy: [{ provider: 'asc' }, { evidence: 'asc' }] })
  return rows.map((row) => ({
    provider: row.provider,
    evidence: row.evidence,
    gpuClass: row.gpuClass,
    gpuCount: row.gpuCount.toFixed(),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
  }))
}

/**
 * Says which GPU class a text of a provider means and how many GPUs one unit has, attributes every meter anew and
 * returns how many changed. Throws AppError bad_request for a class that is not in the catalogue.
 */
export async function classify(scope: Scope, given: Classification): Promise<{ meters: number }> {
  const { provider, evidence, gpuClass, gpuCount } = given
  if (!catalogClass(gpuClass)) throw new AppError('bad_request', `${gpuClass} is not a GPU class of the catalogue.`)
  return audited(
    scope,
    'gpu.classify',
    `gpu:${provider}:${evidence}`,
    ({ meters }) => ({ gpuClass, gpuCount, meters }),
    async (tx) => {
      const key = { provider, evidence }
      const word = { gpuClass, gpuCount, createdBy: scope.actor }
      await tx.gpuClassification.upsert({
        where: { provider_evidence: key },
        create: { ...key, ...word },
        update: { ...word, createdAt: new Date() },
      })
      return refresh(prismaRunner(tx), { classifications: true })
    },
  )
}

/** Takes a classification back, so that its text is an unknown GPU again. Throws AppError not_found. */
export async function removeClassification(
  scope: Scope,
  key: { provider: string; evidence: string },
): Promise<{ meters: number }> {
  return audited(
    scope,
    'gpu.unclassify',
    `gpu:${key.provider}:${key.evidence}`,
    ({ meters }) => ({ meters }),
    async (tx) => {
      const removed = await tx.gpuClassification.deleteMany({ where: key })
      if (removed.count === 0) throw new AppError('not_found', 'There is no such classification.')
      return refresh(prismaRunner(tx), { classifications: true })
    },
  )
}
