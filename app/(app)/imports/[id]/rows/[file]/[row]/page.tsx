import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { SourceRowTable } from '@/components/imports/source-row-table.tsx'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { requireScope } from '@/lib/auth/session.ts'
import { AppError } from '@/lib/core/errors.ts'
import { formatCount } from '@/lib/core/format.ts'
import { readSourceRow, rowParams } from '@/lib/import/source-row.ts'

type Props = { params: Promise<{ id: string; file: string; row: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, row } = await params
  return { title: `Row ${row} of import ${id}` }
}

export default async function SourceRowPage({ params }: Props) {
  const scope = await requireScope('imports:read')
  const parsed = rowParams.safeParse(await params)
  if (!parsed.success) notFound()
  const row = await readSourceRow(scope, parsed.data).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  const href = (to: number) => `/imports/${row.importId}/rows/${row.file}/${to}`
  return (
    <>
      <PageHead
        title={`Row ${formatCount(row.row)}`}
        crumbs={
          <Crumbs>
            {[
              <Link key="list" href="/imports">
                Imports
              </Link>,
              <Link key="import" href={`/imports/${row.importId}`}>
                import {row.importId}
              </Link>,
              <span key="file">{row.fileName}</span>,
            ]}
          </Crumbs>
        }
        actions={
          <>
            {row.row > 2 && (
              <ButtonLink prefetch={false} href={href(row.row - 1)}>
                Row before
              </ButtonLink>
            )}
            {row.row < row.lastRow && (
              <ButtonLink prefetch={false} href={href(row.row + 1)}>
                Row after
              </ButtonLink>
            )}
          </>
        }
      />
      <Grid>
        <Section title="As it is in the file" note="the header is row 1">
          <SourceRowTable row={row} />
        </Section>
      </Grid>
    </>
  )
}
