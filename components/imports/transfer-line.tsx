import { Button, ButtonLink } from '@/components/ui/button.tsx'
import { formatBytes } from '@/lib/core/format.ts'
import styles from './imports.module.css'
import { ProgressBar } from './progress-bar.tsx'
import type { Transfer } from './use-upload.ts'

/** Files on their way to the server: how many bytes are there, and a way to stop it. */
export function TransferLine(props: { transfer: Transfer; onCancel: () => void; onDismiss: () => void }) {
  const { transfer } = props
  const active = transfer.state === 'queued' || transfer.state === 'sending'
  return (
    <li className={styles.transfer}>
      <div className="acts-row">
        <b className="med">{transfer.name}</b>
        {transfer.files > 1 && (
          <span className="ink2">
            part {transfer.at + 1} of {transfer.files}
          </span>
        )}
        <span className="ink3 num" aria-live="off">
          {figure(transfer)}
        </span>
        <span className={styles.end}>
          {active && <Button onClick={props.onCancel}>Cancel</Button>}
          {transfer.state === 'done' && transfer.importId !== null && (
            <ButtonLink href={`/imports/${transfer.importId}`}>Open</ButtonLink>
          )}
          {(transfer.state === 'failed' || transfer.state === 'cancelled') && (
            <Button look="ghost" onClick={props.onDismiss}>
              Dismiss
            </Button>
          )}
        </span>
      </div>
      {active && (
        <ProgressBar label={`Upload of ${transfer.name}`} done={transfer.sentBytes} total={transfer.totalBytes} />
      )}
      {transfer.error && (
        <p className="neg" role="alert">
          {transfer.error}
        </p>
      )}
    </li>
  )
}

function figure({ state, sentBytes, totalBytes }: Transfer): string {
  if (state === 'queued') return `${formatBytes(totalBytes)}, waiting for the one before it`
  if (state === 'cancelled') return 'cancelled, nothing was stored'
  if (state === 'failed') return 'not uploaded'
  return `${formatBytes(Math.min(sentBytes, totalBytes))} of ${formatBytes(totalBytes)}`
}
