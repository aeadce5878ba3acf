import type { Metadata } from 'next'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import { listRates } from '@/lib/rates/live-rates.ts'
import { RateCardsView } from './view.tsx'

export const metadata: Metadata = { title: 'Rate cards' }

export default async function RateCardsPage() {
  const { role } = await requireScope('rates:read')
  return (
    <RateCardsView
      rates={await listRates()}
      classes={gpuClasses.map(({ id }) => id)}
      mayChange={may(role, 'rates:write')}
    />
  )
}
