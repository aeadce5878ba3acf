'use client'

import { useState } from 'react'
import { Button, IconButton } from '@/components/ui/button.tsx'

/** An ordered list of tag keys: add, remove, move. `name` is what the keys name, for the controls' labels. */
export function TagKeyList(props: { name: string; keys: readonly string[]; onChange: (keys: string[]) => void }) {
  const { name, keys, onChange } = props
  const [draft, setDraft] = useState('')
  const add = () => {
    const key = draft.trim()
    if (key && !keys.includes(key)) onChange([...keys, key])
    setDraft('')
  }
  const move = (at: number, by: -1 | 1) => {
    const next = [...keys]
    const [key] = next.splice(at, 1)
    if (key === undefined) return
    next.splice(at + by, 0, key)
    onChange(next)
  }
  return (
    <>
      {keys.length === 0 && <p className="note">No key: nothing is attributed by tags.</p>}
      <ol className="list">
        {keys.map((key, at) => (
          <li key={key} style={{ alignItems: 'center', padding: 'var(--s-1) 0' }}>
            <span className="ink3">{at + 1}</span>
            <span className="mono">{key}</span>
            <span className="acts-row" style={{ gap: 0, flexWrap: 'nowrap' }}>
              <IconButton
                look="ghost"
                icon="chevron"
                label={`Move ${key} up`}
                disabled={at === 0}
                style={{ transform: 'rotate(180deg)' }}
                onClick={() => move(at, -1)}
              />
              <IconButton
                look="ghost"
                icon="chevron"
                label={`Move ${key} down`}
                disabled={at === keys.length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton
                look="ghost"
                icon="close"
                label={`Remove ${key}`}
                onClick={() => onChange(keys.filter((other) => other !== key))}
              />
            </span>
          </li>
        ))}
      </ol>
      <form
        className="acts-row"
        style={{ flexWrap: 'nowrap', marginTop: 'var(--s-2)' }}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <input
          className="input mono"
          aria-label={`Add a key for ${name}`}
          placeholder="key"
          maxLength={200}
          spellCheck={false}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
        <Button type="submit" disabled={draft.trim() === ''}>
          Add
        </Button>
      </form>
    </>
  )
}
