import type { Metadata } from 'next'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { minPasswordLength } from '@/lib/auth/password.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { sessionSeconds } from '@/lib/auth/session-cookie.ts'
import { failuresPerAccount, failuresPerAddress } from '@/lib/auth/sign-in-limit.ts'
import { formatBytes, formatCount } from '@/lib/core/format.ts'
import { readDatabaseFacts } from '@/lib/http/database-facts.ts'
import { importLimits } from '@/lib/import/limits.ts'
import { version } from '@/package.json'

export const metadata: Metadata = { title: 'About' }

export default async function AboutPage() {
  await requireScope('settings:read')
  const database = await readDatabaseFacts()
  const limits = importLimits()
  return (
    <Grid>
      <Section title="Versions" span={4}>
        <DescriptionList
          items={[
            { key: 'app', name: 'GPU Ledger', value: version },
            { key: 'node', name: 'Node.js', value: process.versions.node },
            { key: 'postgres', name: 'Postgres', value: database.version },
            { key: 'size', name: 'Database size', value: formatBytes(database.bytes) },
            { key: 'schema', name: 'Schema', value: <span className="mono">{database.migration}</span> },
          ]}
        />
      </Section>
      <Section title="Limits of sign-in" span={4}>
        <DescriptionList
          items={[
            { key: 'session', name: 'A session', value: `${sessionSeconds / 86_400} days` },
            { key: 'account', name: 'Failures per account', value: `${failuresPerAccount} in 15 minutes` },
            { key: 'address', name: 'Failures per address', value: `${failuresPerAddress} in 15 minutes` },
            { key: 'password', name: 'A password', value: `at least ${minPasswordLength} characters` },
          ]}
        />
      </Section>
      <Section title="Limits of an import" span={4}>
        <DescriptionList
          items={[
            { key: 'unpacked', name: 'A file, unpacked', value: formatBytes(limits.unpackedBytes) },
            { key: 'ratio', name: 'Unpacked to packed', value: `${formatCount(limits.ratio)} times` },
            { key: 'columns', name: 'Columns', value: formatCount(limits.columns) },
            { key: 'row', name: 'A row', value: formatBytes(limits.rowBytes) },
            { key: 'issues', name: 'Rows with issues', value: formatCount(limits.issues) },
          ]}
        />
        <p className="note">Set by the environment of the server; docs/imports.md has the names.</p>
      </Section>
    </Grid>
  )
}
