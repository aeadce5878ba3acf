'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Section } from '@/components/ui/section.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import { formatBytes } from '@/lib/core/format.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { DropZone } from './drop-zone.tsx'
import styles from './imports.module.css'
import { TransferLine } from './transfer-line.tsx'
import { useUpload } from './use-upload.ts'

/** Takes files, asks what several of them are, sends them and shows how far they are. One import alone opens when it arrived. */
export function UploadPanel({ maxBytes }: { maxBytes: number }) {
  const router = useRouter()
  const toast = useToast()
  const [chosen, setChosen] = useState<File[]>([])
  const { transfers, start, cancel, dismiss } = useUpload((ids) => {
    const [id] = ids
    if (ids.length === 1 && id !== undefined) router.push(`/imports/${id}`)
  })

  const take = (files: File[]) => {
    const unfit = files.find((file) => file.size === 0 || file.size > maxBytes)
    if (unfit) {
      const why = unfit.size === 0 ? 'is empty' : `is larger than this server takes (${formatBytes(maxBytes)})`
      toast({ text: `${unfit.name} ${why}`, tone: 'neg' })
    } else if (files.length === 1) void start([files])
    else setChosen(files)
  }

  return (
    <Section title="Upload" note="each file either reconciles to the last digit or says which rows do not">
      {chosen.length > 0 ? (
        <ChosenFiles
          files={chosen}
          onClear={() => setChosen([])}
          onUpload={(groups) => {
            setChosen([])
            void start(groups)
          }}
        />
      ) : (
        <DropZone maxBytes={maxBytes} onFiles={take} />
      )}
      {transfers.length > 0 && (
        <ul className={styles.transfers} aria-label="Uploads">
          {transfers.map((transfer) => (
            <TransferLine
              key={transfer.key}
              transfer={transfer}
              onCancel={() => cancel(transfer.key)}
              onDismiss={() => dismiss(transfer.key)}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}
