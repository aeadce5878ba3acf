import type { Metadata } from 'next'
import { readHostSettings } from '@/lib/attribution/host-rules.ts'
import { listSeenMachines } from '@/lib/attribution/seen-machines.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { HostsView } from './view.tsx'

export const metadata: Metadata = { title: 'Hosts' }

export default async function HostsPage() {
  await requireScope('settings:read')
  const [stored, machines] = await Promise.all([readHostSettings(), listSeenMachines()])
  // Saving gives new rules their numbers: the key makes the form start again from what is stored.
  return <HostsView key={JSON.stringify(stored)} stored={stored} machines={machines} />
}
