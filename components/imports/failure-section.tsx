import { ButtonLink } from '@/components/ui/button.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { ImportError } from '@/lib/core/receipt.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import styles from './imports.module.css'
import { IssuesSection } from './issues-section.tsx'

/** Why an import was refused or failed: what is wrong, where, and what to do. */
export function FailureSection({ detail, mayChange }: { detail: ImportDetail; mayChange: boolean }) {
  const error = detail.error ?? { code: 'unknown', message: 'The importer ended without saying why.' }
  const refused = detail.state === 'refused'
  return (
    <>
      <Section title={refused ? 'Why it was refused' : 'What went wrong'} note="nothing of it was stored">
        <div className="state bad">
          <b className="neg">{error.message}</b>
          {error.whatToDo && <p>{error.whatToDo}</p>}
          <p className="ink3">
            Code <span className="mono">{error.code}</span>.
          </p>
          {mayChange && (
            <div className="acts-row">
              <ButtonLink href="/imports">Upload another file</ButtonLink>
            </div>
          )}
        </div>
        <Place error={error} />
      </Section>
      {detail.issueCount > 0 && <IssuesSection detail={detail} rowsRead={detail.rowsRead} />}
    </>
  )
}

function Place({ error }: { error: ImportError }) {
  const items = [
    { key: 'file', name: 'File', value: error.file },
    { key: 'row', name: 'Row', value: error.row === undefined ? undefined : formatCount(error.row) },
    { key: 'column', name: 'Column', value: error.column },
    { key: 'value', name: 'Value', value: error.value },
  ].filter((item) => item.value !== undefined && item.value !== '')
  if (items.length === 0) return null
  return (
    <div className={styles.lead}>
      <DescriptionList items={items.map((item) => ({ ...item, value: <span className="mono">{item.value}</span> }))} />
    </div>
  )
}
