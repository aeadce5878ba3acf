'use client'

import { useState } from 'react'
import { useImportAction } from '@/components/query/use-import.ts'
import { Button } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import type { ImportQuestion } from '@/lib/core/receipt.ts'
import { ActionError } from './action-error.tsx'
import styles from './imports.module.css'
import { initialMapping, mappingAnswer, mappingProblems } from './mapping-fields.ts'
import { MappingForm } from './mapping-form.tsx'
import { MappingPreview } from './mapping-preview.tsx'

type Question = Extract<ImportQuestion, { kind: 'mapping' }>

/** A file that no format recognises: its first rows, what each column is, and an answer that is remembered for the same header. */
export function MappingSection(props: { importId: number; question: Question; mayChange: boolean }) {
  const { question } = props
  const [values, setValues] = useState(() => initialMapping(question))
  const [tried, setTried] = useState(false)
  const action = useImportAction(props.importId)
  const problems = mappingProblems(question, values)
  const count = Object.keys(problems).length
  return (
    <>
      <Section
        title="This layout is new here"
        note="say what its columns are; it is remembered for files with the same header"
      >
        <Nearest nearest={question.nearest} />
        <MappingPreview header={question.header} preview={question.preview} values={values} />
      </Section>
      <Section title="What the columns are">
        <form
          className={styles.mapping}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (count === 0) action.mutate({ action: 'answer', answers: { mapping: mappingAnswer(values) } })
          }}
        >
          <fieldset className={styles.plain} disabled={!props.mayChange || action.isPending}>
            <legend className="sr">Columns of this file</legend>
            <MappingForm
              header={question.header}
              values={values}
              problems={tried ? problems : onlyWrong(problems, values)}
              onChange={(key, value) => setValues((all) => ({ ...all, [key]: value }))}
            />
          </fieldset>
          <div className={`acts-row ${styles.lead}`}>
            {props.mayChange ? (
              <Button type="submit" look="solid" disabled={action.isPending}>
                Read the file this way
              </Button>
            ) : (
              <span className="ink3">An admin can map this file.</span>
            )}
            {tried && count > 0 && (
              <span className="neg" role="alert">
                {count === 1 ? '1 field is not right yet' : `${count} fields are not right yet`}
              </span>
            )}
          </div>
          <ActionError error={action.error} />
        </form>
      </Section>
    </>
  )
}

/** Before the first try, a field that was not filled in yet is not an error; one that the preview contradicts is. */
function onlyWrong(problems: Record<string, string>, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).filter(([key]) => values[key]))
}

function Nearest({ nearest }: { nearest: Question['nearest'] }) {
  if (nearest.length === 0) return null
  return (
    <p className={`note ${styles.near}`}>
      Nearest known formats:{' '}
      {nearest.map(({ format, missing }, at) => (
        <span key={format}>
          {at > 0 && '; '}
          <b>{format}</b>, which needs also <span className="mono">{missing.join(', ')}</span>
        </span>
      ))}
      .
    </p>
  )
}
