'use client'

import { useId, useState } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Check, TextField } from '@/components/ui/field.tsx'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { ConditionRows } from './condition-rows.tsx'
import { EffectFields } from './effect-fields.tsx'
import { Costs, counted } from './preview-money.tsx'
import type { RuleDraft } from './rule-draft.ts'
import { ruleOf } from './rule-draft.ts'
import { sourceText } from './rule-text.ts'
import { usePreview } from './use-preview.ts'

/** One rule, and as it is typed, what it takes. `rules` is the list without it, and `at` its place there. */
export function RuleDialog(props: {
  title: string
  initial: RuleDraft
  note?: string | undefined
  rules: readonly AllocationRule[]
  at: number
  onClose: () => void
  onDone: (rule: AllocationRule) => void
}) {
  const form = useId()
  const { rules, at } = props
  const [draft, setDraft] = useState(props.initial)
  const rule = ruleOf(
    draft,
    rules.map(({ id }) => id),
  )
  const isBlank =
    draft.effect === 'set'
      ? Object.values(draft.set).every((text) => text.trim() === '')
      : draft.to.some(({ team, project, model }) => `${team}${project}${model}`.trim() === '')
  const list = [...rules.slice(0, at), rule, ...rules.slice(at)]
  const preview = usePreview(rule.name === '' || isBlank ? null : list)
  const takes = preview.data?.rules.find((one) => one.rule === rule.id)
  const set = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part })
  return (
    <Dialog
      open
      wide
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={isBlank || preview.isError}>
            {draft.id ? 'Change the draft' : 'Add to the draft'}
          </Button>
        </>
      }
    >
      {props.note && <p className="note">{props.note}</p>}
      <form
        id={form}
        className="form two"
        onSubmit={(event) => {
          event.preventDefault()
          props.onDone(rule)
        }}
      >
        <TextField
          label="Name"
          value={draft.name}
          maxLength={200}
          required
          onChange={(event) => set({ name: event.target.value })}
        />
        <span className="acts-row" style={{ alignSelf: 'end', minHeight: 'var(--control)' }}>
          <Check checked={draft.enabled} onChange={(event) => set({ enabled: event.target.checked })}>
            In force
          </Check>
        </span>
        <TextField
          label="First month"
          placeholder="YYYY-MM"
          value={draft.validFrom}
          hint="Empty: from the beginning"
          onChange={(event) => set({ validFrom: event.target.value })}
        />
        <TextField
          label="Last month"
          placeholder="YYYY-MM"
          value={draft.validTo}
          hint="Included; empty: for ever"
          onChange={(event) => set({ validTo: event.target.value })}
        />
        <ConditionRows when={draft.when} onChange={(when) => set({ when })} />
        <EffectFields draft={draft} onChange={setDraft} />
        <FormError>{preview.error?.message}</FormError>
      </form>
      <p aria-live="polite">
        {takes ? (
          <>
            Takes{' '}
            <b>
              <Costs of={takes} />
            </b>{' '}
            in three months, {counted(takes)}
            {takes.from.map((from) => (
              <span key={from.source ?? '~'}>
                ; <Costs of={from} /> from {sourceText(from.source, rules)}
              </span>
            ))}
            .
          </>
        ) : (
          <span className="ink3">What the rule takes appears here once it has a name and says something.</span>
        )}
      </p>
    </Dialog>
  )
}
