import type { Metadata } from 'next'
import { AuditTable } from '@/components/settings/audit-table.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { readAuditLog } from '@/lib/auth/audit-log.ts'
import { requireScope } from '@/lib/auth/session.ts'

export const metadata: Metadata = { title: 'Audit log' }

type Query = Record<string, string | string[] | undefined>

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  await requireScope('audit:read')
  const { before } = await searchParams
  const { events, next } = await readAuditLog(typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : null)
  return (
    <Grid>
      <Section title="Audit log" note="Who changed what, newest first; written with the change or not at all">
        {events.length === 0 ? (
          <EmptyState title="Nothing further back">The first change is the first line.</EmptyState>
        ) : (
          <AuditTable events={events} />
        )}
        <div className="acts-row" style={{ marginTop: 'var(--s-3)' }}>
          {before && <ButtonLink href="/settings/audit">Newest</ButtonLink>}
          {next && <ButtonLink href={`/settings/audit?before=${next}`}>Earlier</ButtonLink>}
        </div>
      </Section>
    </Grid>
  )
}
