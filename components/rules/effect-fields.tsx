'use client'

import { Button, IconButton } from '@/components/ui/button.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { ruleDimensions, splitBases, splitDimensions } from '@/lib/core/rule-words.ts'
import type { ReceiverDraft, RuleDraft } from './rule-draft.ts'
import { emptyReceiver } from './rule-draft.ts'
import styles from './rules.module.css'

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

/** What a rule says of its meters: names for them, or whom their cost is split among. */
export function EffectFields(props: { draft: RuleDraft; onChange: (draft: RuleDraft) => void }) {
  const { draft, onChange } = props
  return (
    <fieldset className="form" style={{ maxWidth: 'none' }}>
      <legend className="med">What it says of them</legend>
      <span>
        <Segments
          label="Effect"
          value={draft.effect}
          options={[
            { value: 'set', label: 'They are for' },
            { value: 'split', label: 'Split their cost' },
          ]}
          onChange={(effect) => onChange({ ...draft, effect })}
        />
      </span>
      {draft.effect === 'set' ? (
        <div className="form two">
          {ruleDimensions.map((key) => (
            <TextField
              key={key}
              label={capital(key)}
              maxLength={300}
              value={draft.set[key]}
              onChange={(event) => onChange({ ...draft, set: { ...draft.set, [key]: event.target.value } })}
            />
          ))}
          <p className="note">
            Empty: left to the next rule. $1 is a group of the regular expression, {'{tag:owner}'} or{' '}
            {'{resource-name}'} a label of the meter.
          </p>
        </div>
      ) : (
        <SplitFields draft={draft} onChange={onChange} />
      )}
    </fieldset>
  )
}

function SplitFields({ draft, onChange }: { draft: RuleDraft; onChange: (draft: RuleDraft) => void }) {
  const { by, to } = draft
  const change = (at: number, part: Partial<ReceiverDraft>) =>
    onChange({ ...draft, to: to.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  return (
    <>
      <SelectField
        label="By"
        value={by}
        onChange={(event) =>
          onChange({ ...draft, by: splitBases.find(({ key }) => key === event.target.value)?.key ?? 'even' })
        }
      >
        {splitBases.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className={styles.stack}>
        {to.map((receiver, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: receivers have no identity but their place
          <div className={styles.receiver} key={at}>
            {splitDimensions.map((key) => (
              <input
                key={key}
                className="input"
                aria-label={`Receiver ${at + 1}: ${key}`}
                placeholder={capital(key)}
                maxLength={300}
                value={receiver[key]}
                onChange={(event) => change(at, { [key]: event.target.value })}
              />
            ))}
            {by === 'percent' && (
              <input
                className="input num"
                inputMode="decimal"
                aria-label={`Receiver ${at + 1}: percent`}
                placeholder="%"
                value={receiver.percent}
                onChange={(event) => change(at, { percent: event.target.value })}
              />
            )}
            <IconButton
              look="ghost"
              icon="close"
              label={`Remove receiver ${at + 1}`}
              disabled={to.length === 1}
              onClick={() => onChange({ ...draft, to: to.filter((_, n) => n !== at) })}
            />
          </div>
        ))}
      </div>
      <span className="acts-row">
        <Button icon="plus" onClick={() => onChange({ ...draft, to: [...to, emptyReceiver] })}>
          Add a receiver
        </Button>
      </span>
    </>
  )
}
