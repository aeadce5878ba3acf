'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Check } from '@/components/ui/field.tsx'

/** Which teams somebody may see. An empty list is every team; teams that no bill names yet can be added by name. */
export function TeamPicker(props: {
  known: readonly string[]
  chosen: readonly string[]
  onChange: (teams: string[]) => void
}) {
  const { chosen, onChange } = props
  const [limited, setLimited] = useState(chosen.length > 0)
  const [draft, setDraft] = useState('')
  const teams = [...new Set([...props.known, ...chosen])].sort()
  const toggle = (team: string, on: boolean) =>
    onChange(on ? [...chosen, team] : chosen.filter((other) => other !== team))
  const add = () => {
    const team = draft.trim()
    if (team && !chosen.includes(team)) onChange([...chosen, team])
    setDraft('')
  }
  return (
    <fieldset className="form" style={{ border: 0, padding: 0, margin: 0, gap: 'var(--s-2)' }}>
      <legend className="med" style={{ fontSize: 'var(--text-12)', marginBottom: 'var(--s-1)', padding: 0 }}>
        Teams
      </legend>
      <Check
        checked={!limited}
        onChange={(event) => {
          setLimited(!event.target.checked)
          onChange([])
        }}
      >
        Every team, and what is Unallocated
      </Check>
      {limited && (
        <>
          {teams.map((team) => (
            <Check key={team} checked={chosen.includes(team)} onChange={(event) => toggle(team, event.target.checked)}>
              {team}
            </Check>
          ))}
          <span className="acts-row" style={{ flexWrap: 'nowrap' }}>
            <input
              className="input"
              aria-label="Another team, as the bills name it"
              placeholder="another team, as the bills name it"
              maxLength={200}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
            <Button disabled={draft.trim() === ''} onClick={add}>
              Add
            </Button>
          </span>
          {chosen.length === 0 && <span className="err neg">Choose a team, or every team.</span>}
        </>
      )}
    </fieldset>
  )
}
