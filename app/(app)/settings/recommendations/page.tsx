import type { Metadata } from 'next'
import { requireScope } from '@/lib/auth/session.ts'
import { readParameters } from '@/lib/recommendations/parameters.ts'
import { ThresholdsView } from './view.tsx'

export const metadata: Metadata = { title: 'Thresholds of recommendations' }

export default async function ThresholdsPage() {
  await requireScope('recommendations:configure')
  return <ThresholdsView groups={await readParameters()} />
}
