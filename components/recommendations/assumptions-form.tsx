'use client'

import { useEffect, useState } from 'react'
import { send } from '@/components/settings/send.ts'
import { Amount } from '@/components/ui/amount.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import type { Finding } from '@/lib/recommendations/finding.ts'
import type { Assumption, FindingDetail } from '@/lib/recommendations/finding-detail.ts'
import { RangeText } from './money-text.tsx'

const WAIT_MS = 250

type Recomputed = { finding: Finding | null }

/** A value as it is typed: shares as percentages. */
const shown = ({ unit }: Assumption, value: number) =>
  String(unit === 'share' ? Number((value * 100).toFixed(6)) : value)
const typed = ({ unit }: Assumption, text: string) => (unit === 'share' ? Number(text) / 100 : Number(text))
const unitText = (unit: Assumption['unit']) =>
  unit === 'share'
    ? '%'
    : unit === 'hours a week'
      ? 'h a week'
      : unit === 'factor'
        ? '×'
        : unit === 'amount' || unit === 'count'
          ? ''
          : unit

/** What the finding depends on, changed in place: the server works it out again as you type, and keeps it when you say so. */
export function AssumptionsForm(props: {
  detail: FindingDetail
  mayChange: boolean
  onComputed: (finding: Finding | null | undefined) => void
  onKeep: (values: Record<string, number>) => void
}) {
  const { detail, onComputed } = props
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [answer, setAnswer] = useState<Recomputed | null>(null)
  const [error, setError] = useState<string | undefined>()
  const isChanged = Object.keys(texts).length > 0
  const url = `/api/recommendations/${detail.row.id}/recompute`
  const values = JSON.stringify(
    Object.fromEntries(
      detail.assumptions.map((one) => [
        one.id,
        texts[one.id] === undefined ? one.value : typed(one, texts[one.id] ?? ''),
      ]),
    ),
  )
  useEffect(() => {
    if (!isChanged) return
    const wait = setTimeout(() => {
      send<Recomputed>('POST', url, { values: JSON.parse(values) }).then(
        (found) => {
          setAnswer(found)
          setError(undefined)
          onComputed(found.finding)
        },
        (cause: Error) => setError(cause.message),
      )
    }, WAIT_MS)
    return () => clearTimeout(wait)
  }, [isChanged, values, url, onComputed])
  const reset = () => {
    setTexts({})
    setAnswer(null)
    setError(undefined)
    onComputed(undefined)
  }
  return (
    <form
      className="form two"
      onSubmit={(event) => {
        event.preventDefault()
        props.onKeep(JSON.parse(values))
        reset()
      }}
    >
      {detail.assumptions.map((one) => (
        <Field
          key={one.id}
          label={one.label}
          hint={`${one.source}; default ${shown(one, one.default)}${unitText(one.unit)}`}
        >
          {(wiring) => (
            <div className="input-u">
              <input
                {...wiring}
                inputMode="decimal"
                value={texts[one.id] ?? shown(one, one.value)}
                onChange={(event) => setTexts({ ...texts, [one.id]: event.target.value })}
              />
              <span>{unitText(one.unit)}</span>
            </div>
          )}
        </Field>
      ))}
      {error && (
        <p className="err" role="alert">
          {error}
        </p>
      )}
      {isChanged && answer && (
        <p role="status" className="note">
          {answer.finding === null ? (
            'With these assumptions the rule finds nothing here.'
          ) : (
            <>
              Then{' '}
              <Amount value={answer.finding.saving.expected} currency={answer.finding.currency} symbol digits={0} /> a
              month, <RangeText range={answer.finding.saving} currency={answer.finding.currency} />.
            </>
          )}
        </p>
      )}
      {isChanged && (
        <div className="acts-row">
          <Button onClick={reset}>Reset</Button>
          {props.mayChange && (
            <Button type="submit" look="solid" disabled={error !== undefined}>
              Keep
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
