import { DownloadLink } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import { IssuesTable } from './issues-table.tsx'

/** Rows that were not stored, each with its place and reason; all of them as a file. */
export function IssuesSection({ detail, rowsRead }: { detail: ImportDetail; rowsRead: number }) {
  const cut = detail.issuesListed > detail.issues.length
  return (
    <Section
      title="Issues"
      note={`${formatCount(detail.issueCount)} of ${formatCount(rowsRead)} rows; none was changed or dropped silently`}
      actions={
        <DownloadLink
          look="ghost"
          href={`/api/imports/${detail.id}/issues?format=csv`}
          aria-label="Download all issues as CSV"
        >
          Download
        </DownloadLink>
      }
    >
      <IssuesTable detail={detail} />
      {cut && (
        <p className="note">
          The first {formatCount(detail.issues.length)} of {formatCount(detail.issuesListed)} bad values are shown. The
          download has all of them.
        </p>
      )}
    </Section>
  )
}
