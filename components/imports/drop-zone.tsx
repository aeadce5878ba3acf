'use client'

import type { DragEvent } from 'react'
import { useId, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon.tsx'
import { formatBytes } from '@/lib/core/format.ts'

/** Where files are dropped or chosen. `maxBytes` is what the server takes for one file. */
export function DropZone({ maxBytes, onFiles }: { maxBytes: number; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const titleId = useId()
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  return (
    <section
      className={over ? 'state drop over' : 'state drop'}
      aria-labelledby={titleId}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className="ink2">
        <Icon name="import" />
      </span>
      <b id={titleId}>Drop bills, GPU usage or rates here</b>
      <p>
        CSV, JSON or Parquet, also in gzip or zip, up to {formatBytes(maxBytes)} each; the parts of one export together.
        Nothing is stored before it reconciles.
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <button type="button" className="btn solid" onClick={() => input.current?.click()}>
        Choose files
      </button>
    </section>
  )
}
