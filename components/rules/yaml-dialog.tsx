'use client'

import { useState } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import styles from './rules.module.css'

/** Reads a YAML file of rules into the draft; what is wrong with it is said with line and column. */
export function YamlDialog(props: { onClose: () => void; onRead: (rules: AllocationRule[]) => void }) {
  const [text, setText] = useState('')
  const { busy, error, run } = useAction()
  const read = () =>
    run(async () => {
      props.onRead((await send<{ rules: AllocationRule[] }>('POST', '/api/rules/file', { text })).rules)
    })
  return (
    <Dialog
      open
      wide
      title="Import rules from YAML"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="solid" disabled={busy || text.trim() === ''} onClick={read}>
            {busy ? 'Reading it' : 'Read into the draft'}
          </Button>
        </>
      }
    >
      <p>The file replaces the draft. Nothing is saved until you save the draft.</p>
      <Field label="File">
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".yaml,.yml,.json,text/*"
            onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
          />
        )}
      </Field>
      <Field label="Text">
        {(wiring) => (
          <textarea
            {...wiring}
            className={`input mono ${styles.yaml}`}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <FormError>{error}</FormError>
    </Dialog>
  )
}
