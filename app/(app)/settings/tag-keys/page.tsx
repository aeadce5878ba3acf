import type { Metadata } from 'next'
import { defaultTagKeys, readTagKeys } from '@/lib/attribution/settings.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { TagKeysView } from './view.tsx'

export const metadata: Metadata = { title: 'Tag keys' }

export default async function TagKeysPage() {
  await requireScope('settings:read')
  const stored = await readTagKeys()
  // Saving tidies the lists: the key makes the form start again from what is stored.
  return <TagKeysView key={JSON.stringify(stored)} stored={stored} defaults={defaultTagKeys} />
}
