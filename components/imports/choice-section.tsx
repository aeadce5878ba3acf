'use client'

import { useState } from 'react'
import { useImportAction } from '@/components/query/use-import.ts'
import { Button } from '@/components/ui/button.tsx'
import { Check } from '@/components/ui/field.tsx'
import { Section } from '@/components/ui/section.tsx'
import type { ImportQuestion } from '@/lib/core/receipt.ts'
import { ActionError } from './action-error.tsx'
import styles from './imports.module.css'

type Choice = Extract<ImportQuestion, { kind: 'choice' }>

/** Something that the file does not say and only a person can. */
export function ChoiceSection(props: { importId: number; question: Choice; mayChange: boolean }) {
  const { question } = props
  const [value, setValue] = useState('')
  const action = useImportAction(props.importId)
  return (
    <Section title="A question first" note="the file does not say, and guessing would change the figures">
      <form
        className={styles.question}
        onSubmit={(event) => {
          event.preventDefault()
          action.mutate({ action: 'answer', answers: { [question.id]: value } })
        }}
      >
        <fieldset className={styles.choices} disabled={!props.mayChange}>
          <legend className="med">{question.text}</legend>
          {question.options.map((option) => (
            <Check
              key={option.value}
              type="radio"
              name={question.id}
              value={option.value}
              checked={value === option.value}
              onChange={() => setValue(option.value)}
            >
              {option.label}
            </Check>
          ))}
        </fieldset>
        {props.mayChange ? (
          <Button type="submit" look="solid" disabled={value === '' || action.isPending}>
            Continue
          </Button>
        ) : (
          <p className="ink3">An admin can answer this.</p>
        )}
        <ActionError error={action.error} />
      </form>
    </Section>
  )
}
