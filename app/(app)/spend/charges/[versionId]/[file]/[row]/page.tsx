import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireScope } from '@/lib/auth/session.ts'
import { chargeDetail } from '@/lib/spend/charge.ts'
import { ChargeView } from './view.tsx'

export const metadata: Metadata = { title: 'Charge' }

type Props = { params: Promise<{ versionId: string; file: string; row: string }> }

const LARGEST = 2_147_483_647

export default async function ChargePage({ params }: Props) {
  const scope = await requireScope('spend:read')
  const place = await params
  const [versionId, file, row] = [place.versionId, place.file, place.row].map(wholeNumber)
  if (versionId === undefined || file === undefined || row === undefined) notFound()
  const detail = await chargeDetail(scope, { versionId, file, row })
  if (!detail) notFound()
  return <ChargeView detail={detail} />
}

function wholeNumber(text: string): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return value <= LARGEST ? value : undefined
}
