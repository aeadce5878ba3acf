import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { db } from '@/lib/db/client.ts'

const settingKey = 'organisation'

/** The organisation's name as an admin wrote it, or null. */
export async function readOrganisation(): Promise<string | null> {
  const row = await db().setting.findUnique({ where: { key: settingKey } })
  const { name } = (row?.value ?? {}) as { name?: string }
  return name || null
}

/** Names the organisation; an empty name takes it back. */
export async function writeOrganisation(scope: Scope, name: string): Promise<void> {
  const value = { name: name.trim() }
  await audited(scope, 'settings.organisation', 'settings:organisation', value, (tx) =>
    tx.setting.upsert({ where: { key: settingKey }, create: { key: settingKey, value }, update: { value } }),
  )
}
