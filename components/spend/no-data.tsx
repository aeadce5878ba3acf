import { PageHead } from '@/components/shell/page-head.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/state.tsx'

/** A page before the first import: what it would show, and for who may, the way to fill it. */
export function NoData({ title, shows, mayImport }: { title: string; shows: string; mayImport: boolean }) {
  return (
    <>
      <PageHead title={title} />
      <EmptyState
        title="No bills yet"
        actions={
          mayImport && (
            <ButtonLink look="solid" icon="import" href="/imports">
              Upload a billing export
            </ButtonLink>
          )
        }
      >
        {shows}{' '}
        {mayImport
          ? 'Upload an export of AWS, Azure, Google Cloud, OCI or any FOCUS file.'
          : 'An admin uploads the first export.'}
      </EmptyState>
    </>
  )
}
