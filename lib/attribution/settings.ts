import type { TagKeys } from '@/lib/attribution/attribute.ts'
import { refresh } from '@/lib/attribution/refresh.ts'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import {
  comparableTagKey,
  environmentTagKeys,
  modelTagKeys,
  projectTagKeys,
  teamTagKeys,
} from '@/lib/catalog/tag-keys.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'

const settingKey = 'tag-keys'

/** The lists that hold until an admin changes them. */
export const defaultTagKeys: TagKeys = {
  team: teamTagKeys,
  project: projectTagKeys,
  model: modelTagKeys,
  environment: environmentTagKeys,
}

/** The tag keys that attribution looks at, best first: an admin's lists, or the defaults. */
export async function readTagKeys(): Promise<TagKeys> {
  const row = await db().setting.findUnique({ where: { key: settingKey } })
  return row ? (row.value as unknown as TagKeys) : defaultTagKeys
}

/**
 * Replaces the tag keys, attributes every meter anew and returns how many changed. Keys that compare alike are kept
 * once, at their best place; an empty list switches that attribution off.
 */
export async function writeTagKeys(scope: Scope, keys: TagKeys): Promise<{ meters: number }> {
  const value = {
    team: distinct(keys.team),
    project: distinct(keys.project),
    model: distinct(keys.model),
    environment: distinct(keys.environment),
  }
  return audited(
    scope,
    'settings.tag-keys',
    'settings:tag-keys',
    ({ meters }) => ({ ...value, meters }),
    async (tx) => {
      await tx.setting.upsert({ where: { key: settingKey }, create: { key: settingKey, value }, update: { value } })
      return refresh(prismaRunner(tx), { rules: true })
    },
  )
}

function distinct(keys: readonly string[]): string[] {
  const byComparable = new Map<string, string>()
  for (const key of keys) {
    const comparable = comparableTagKey(key)
    if (comparable && !byComparable.has(comparable)) byComparable.set(comparable, key.trim())
  }
  return [...byComparable.values()]
}
