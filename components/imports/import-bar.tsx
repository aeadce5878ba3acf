import Link from 'next/link'
import { formatCount } from '@/lib/core/format.ts'
import { formatInstant } from '@/lib/core/format-date.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import { ImportState, stateSentence } from './import-state.tsx'
import styles from './imports.module.css'
import { isReconciled } from './reconciled.ts'

/** The state in a word and a sentence, when and by whom. */
export function ImportBar({ detail }: { detail: ImportDetail }) {
  return (
    <div className={`bar text ${styles.bar}`} aria-live="polite">
      <ImportState state={detail.state} />
      <span className={styles.sentence}>
        <Sentence detail={detail} />
      </span>
      <span className="fresh">
        {formatInstant(detail.finishedAt ?? detail.createdAt)}, by {detail.createdBy}
      </span>
    </div>
  )
}

function Sentence({ detail }: { detail: ImportDetail }) {
  if (detail.state === 'unchanged') return <Unchanged detail={detail} />
  if (detail.cancelAsked && (detail.state === 'received' || detail.state === 'running')) {
    return 'Cancelling: the importer stops at the next step.'
  }
  if (detail.state !== 'published' || !detail.receipt) return `${stateSentence(detail.state)}.`
  if (!('reconciliation' in detail.receipt)) return `${stateSentence(detail.state)}.`
  const issues = detail.issueCount
  return (
    <>
      {isReconciled(detail.receipt) ? 'Reconciled to the last digit.' : 'Does not reconcile: see below.'}{' '}
      {issues > 0 && (
        <span className="ink2">
          {issues === 1 ? '1 row is listed as an issue.' : `${formatCount(issues)} rows are listed as issues.`}
        </span>
      )}{' '}
      <ReplacedSince detail={detail} />
    </>
  )
}

function Unchanged({ detail }: { detail: ImportDetail }) {
  const held = detail.sameBytesAs
  if (!held) return 'The same bytes were imported before; nothing was done.'
  return (
    <>
      Nothing was done: these bytes are already held by{' '}
      <Link className={`link ${styles.inline}`} href={`/imports/${held.id}`}>
        import {held.id}, {held.label}
      </Link>
      .
    </>
  )
}

/** A published import whose slices a later one holds now. */
function ReplacedSince({ detail }: { detail: ImportDetail }) {
  const later = [...new Set(detail.undo.map((slice) => slice.liveImportId))].filter(
    (id) => id !== detail.id && id !== null,
  )
  if (later.length === 0) return null
  return (
    <span className="ink2">
      Replaced since, wholly or in part, by{' '}
      {later.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link className={`link ${styles.inline}`} href={`/imports/${id}`}>
            import {id}
          </Link>
        </span>
      ))}
      .
    </span>
  )
}
