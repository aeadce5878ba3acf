'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { Icon } from './icon.tsx'

type Texts = { label: string; hint?: ReactNode; error?: string | undefined }
type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }

/** A label, a control, and below it a hint or what is wrong. The control takes the wiring that ties them together. */
export function Field({ label, hint, error, children }: Texts & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const noteId = hint || error ? `${id}-note` : undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': noteId, 'aria-invalid': error ? true : undefined })}
      {(error || hint) && (
        <span id={noteId} className={error ? 'err' : 'hint'}>
          {error ?? hint}
        </span>
      )}
    </div>
  )
}

/** A labelled line of text. */
export function TextField({ label, hint, error, className = '', ...rest }: ComponentProps<'input'> & Texts) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <input type="text" {...rest} {...wiring} className={`input ${className}`} />}
    </Field>
  )
}

/** A native select with the chevron of a control. */
export function Select({ children, className = '', ...rest }: ComponentProps<'select'>) {
  return (
    <span className="select">
      <select {...rest} className={`input ${className}`}>
        {children}
      </select>
      <Icon name="chevron" className="chev" />
    </span>
  )
}

/** A labelled choice from a list. */
export function SelectField({ label, hint, error, children, ...rest }: ComponentProps<'select'> & Texts) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <Select {...rest} {...wiring}>
          {children}
        </Select>
      )}
    </Field>
  )
}

/** A checkbox (or radio, by `type`) with its text to the right. */
export function Check({ children, ...rest }: ComponentProps<'input'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      {children}
    </label>
  )
}
