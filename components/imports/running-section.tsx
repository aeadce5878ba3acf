import { Section } from '@/components/ui/section.tsx'
import { formatBytes, formatCount } from '@/lib/core/format.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import styles from './imports.module.css'
import { ProgressBar } from './progress-bar.tsx'

const steps = ['Received', 'Unpacked', 'Recognised', 'Meters', 'Read', 'Summed', 'Stored', 'Published']
const doing: Record<string, string> = {
  Received: 'Waiting for the importer',
  Unpacked: 'Unpacking and checking the text',
  Recognised: 'Recognising the format',
  Meters: 'Finding the meters',
  Read: 'Reading the rows',
  Summed: 'Adding up',
  Stored: 'Storing the charges',
  Published: 'Publishing',
}

/** How far the importer is, by bytes and rows. */
export function RunningSection({ detail }: { detail: ImportDetail }) {
  const { progress } = detail
  const step = progress?.step ?? 'Received'
  const at = steps.indexOf(step)
  const [done, total] = measure(detail)
  return (
    <Section title="Progress" note="nothing is visible in the figures before it is published">
      <div className={styles.running}>
        <div className="acts-row">
          <b className="med">{doing[step] ?? step}</b>
          <span className={`ink3 num ${styles.end}`}>
            {progress
              ? `${formatBytes(progress.bytesDone)} of ${formatBytes(progress.bytesTotal)}`
              : formatBytes(detail.bytes)}
            {progress && progress.rowsDone > 0 && `, ${formatCount(progress.rowsDone)} rows`}
          </span>
        </div>
        <ProgressBar label={doing[step] ?? step} done={done} total={total} />
        <ol className={styles.steps}>
          {steps.map((name, n) => (
            <li
              key={name}
              className={n < at ? 'pos' : n === at ? 'med' : 'ink3'}
              aria-current={n === at ? 'step' : undefined}
            >
              {name}
            </li>
          ))}
        </ol>
        <PartsList detail={detail} />
      </div>
    </Section>
  )
}

/** Done and total of the step that runs: rows while storing, bytes while unpacking; other steps have no measure of their own. */
function measure({ progress, rowsRead }: ImportDetail): [number, number] {
  if (!progress) return [0, 1]
  if (progress.step === 'Stored') return [progress.rowsDone, rowsRead]
  return [progress.bytesDone, progress.bytesTotal]
}

/** The files that were received, on their own. */
export function PartsSection({ detail }: { detail: ImportDetail }) {
  return (
    <Section title={detail.parts.length === 1 ? 'File received' : 'Files received'}>
      <PartsList detail={detail} />
    </Section>
  )
}

function PartsList({ detail }: { detail: ImportDetail }) {
  return (
    <ul className={styles.files} aria-label="Files received">
      {detail.parts.map((part) => (
        <li key={part.ordinal}>
          <span className="mono">{part.name}</span>
          <span className="ink3">
            {formatBytes(part.bytes)}, SHA-256{' '}
            <span className="mono" title={part.sha256}>
              {part.sha256.slice(0, 8)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
