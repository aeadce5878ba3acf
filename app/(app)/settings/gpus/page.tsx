import type { Metadata } from 'next'
import { readClassifications } from '@/lib/attribution/classifications.ts'
import { listUnknownGpus } from '@/lib/attribution/unknown-gpus.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import { UnknownGpusView } from './view.tsx'

export const metadata: Metadata = { title: 'Unknown GPUs' }

export default async function UnknownGpusPage() {
  await requireScope('settings:read')
  const [unknown, classified] = await Promise.all([listUnknownGpus(), readClassifications()])
  const classes = gpuClasses.map(({ id, vendor }) => ({ id, vendor }))
  return <UnknownGpusView unknown={unknown} classified={classified} classes={classes} />
}
