import type { Metadata } from 'next'
import { requireScope } from '@/lib/auth/session.ts'
import { readFreshness } from '../../read-freshness.ts'
import { SampleView } from './view.tsx'

export const metadata: Metadata = { title: 'Sample data' }

export default async function SamplePage() {
  const scope = await requireScope('settings:read')
  const { hasSample } = await readFreshness(scope)
  return <SampleView hasSample={hasSample} />
}
