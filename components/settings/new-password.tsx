'use client'

import { useState } from 'react'
import { Check, TextField } from '@/components/ui/field.tsx'

/** A field named "password" for a new password, with a way to read what was typed. */
export function NewPassword({ minLength, label = 'Password' }: { minLength: number; label?: string }) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <TextField
        label={label}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        minLength={minLength}
        hint={`At least ${minLength} characters; several words are best`}
        required
      />
      <Check checked={shown} onChange={(event) => setShown(event.target.checked)}>
        Show password
      </Check>
    </>
  )
}
