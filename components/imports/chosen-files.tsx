'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Check } from '@/components/ui/field.tsx'
import { formatBytes } from '@/lib/core/format.ts'
import styles from './imports.module.css'

type Together = 'parts' | 'separate'

/** Several files were chosen: are they the parts of one export, or an export each? Asked before anything is sent. */
export function ChosenFiles(props: { files: File[]; onUpload: (groups: File[][]) => void; onClear: () => void }) {
  const [together, setTogether] = useState<Together>('parts')
  const { files } = props
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const groups = together === 'parts' ? [files] : files.map((file) => [file])
  return (
    <form
      className={`state ${styles.chosen}`}
      onSubmit={(event) => {
        event.preventDefault()
        props.onUpload(groups)
      }}
    >
      <b>
        {files.length} files, {formatBytes(bytes)}
      </b>
      <ul className={styles.files}>
        {files.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two chosen files may have one name
          <li key={at}>
            <span className="mono">{file.name}</span> <span className="ink3 num">{formatBytes(file.size)}</span>
          </li>
        ))}
      </ul>
      <fieldset className={styles.choices}>
        <legend className="sr">What these files are</legend>
        <Check type="radio" name="together" checked={together === 'parts'} onChange={() => setTogether('parts')}>
          One export in {files.length} parts: one import, published whole or not at all
        </Check>
        <Check type="radio" name="together" checked={together === 'separate'} onChange={() => setTogether('separate')}>
          {files.length} separate exports: an import each
        </Check>
      </fieldset>
      <div className="acts-row">
        <Button type="submit" look="solid">
          {`Upload ${files.length} files`}
        </Button>
        <Button look="ghost" onClick={props.onClear}>
          Choose others
        </Button>
      </div>
    </form>
  )
}
