'use client'

import { useEffect, useRef, useState } from 'react'
import { TableFrame } from '@/components/ui/table.tsx'
import type { TagKeys } from '@/lib/attribution/attribute.ts'
import type { RulePreview } from '@/lib/attribution/preview-sums.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { ruleDimensions } from '@/lib/core/rule-words.ts'
import { RuleRow } from './rule-row.tsx'
import styles from './rules.module.css'

/** The ordered rules, moved by drag, by Alt and arrow keys or by buttons; the tag keys stand behind them. */
export function RuleList(props: {
  rules: readonly AllocationRule[]
  /** The names that rules have or had. */
  named: readonly AllocationRule[]
  preview: RulePreview | undefined
  tagKeys: TagKeys
  mayChange: boolean
  onChange: (rules: AllocationRule[]) => void
  onEdit: (rule: AllocationRule) => void
}) {
  const { rules, preview, mayChange } = props
  const [said, setSaid] = useState('')
  const [moved, setMoved] = useState<{ id: string; times: number } | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  // A row that moves in the page may lose the focus, and the next key has to find it again.
  useEffect(() => {
    if (moved) body.current?.querySelector<HTMLElement>(`[data-rule="${moved.id}"]`)?.focus()
  }, [moved])
  const move = (from: number, to: number) => {
    const rule = rules[from]
    if (!rule || to < 0 || to >= rules.length || to === from) return
    const next = [...rules]
    next.splice(from, 1)
    next.splice(to, 0, rule)
    props.onChange(next)
    setSaid(`${rule.name} is rule ${to + 1} of ${rules.length} now.`)
    setMoved({ id: rule.id, times: (moved?.times ?? 0) + 1 })
  }
  const remove = (at: number) => {
    props.onChange(rules.filter((_, n) => n !== at))
    setSaid(`${rules[at]?.name} is removed.`)
  }
  return (
    <>
      <TableFrame label="Rules">
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">Rule</th>
              <th scope="col" className="n">
                {preview ? 'Takes in three months' : ''}
              </th>
              {mayChange && <th scope="col" aria-label="Actions" />}
            </tr>
          </thead>
          <tbody ref={body}>
            {rules.map((rule, at) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                at={at}
                count={rules.length}
                takes={preview?.rules.find((one) => one.rule === rule.id)}
                rules={props.named}
                mayChange={mayChange}
                isTarget={over === at && dragged !== null && dragged !== at}
                onEdit={() => props.onEdit(rule)}
                onRemove={() => remove(at)}
                onMove={(to) => move(at, to)}
                onDrag={(what) => {
                  if (what === 'start') setDragged(at)
                  if (what === 'over') setOver(at)
                  if (what === 'drop' && dragged !== null) move(dragged, at)
                  if (what === 'drop' || what === 'end') {
                    setDragged(null)
                    setOver(null)
                  }
                }}
              />
            ))}
            {ruleDimensions.map((name) => (
              <tr className="muted" key={name}>
                <td className={styles.number} />
                <td className="wrap" colSpan={mayChange ? 3 : 2}>
                  Then the {name} is the value of the first of these tags:{' '}
                  <span className="mono">{props.tagKeys[name].join(', ') || 'none'}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="sr" role="status" aria-live="polite">
        {said}
      </p>
    </>
  )
}
