'use client'

import type { DragEvent, KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button, IconButton } from '@/components/ui/button.tsx'
import type { RuleTakes } from '@/lib/attribution/preview-sums.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { Costs, counted } from './preview-money.tsx'
import { conditionText, effectText, monthsText, sourceText } from './rule-text.ts'
import styles from './rules.module.css'

/** One rule of the list: what it means and says, what it takes and from whom, and what can be done with it. */
export function RuleRow(props: {
  rule: AllocationRule
  at: number
  count: number
  takes: RuleTakes | undefined
  /** The rules by whose names others are called. */
  rules: readonly AllocationRule[]
  mayChange: boolean
  isTarget: boolean
  onEdit: () => void
  onRemove: () => void
  onMove: (to: number) => void
  onDrag: (what: 'start' | 'over' | 'drop' | 'end') => void
}) {
  const { rule, at, count, takes, mayChange } = props
  const number = at + 1
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    props.onMove(event.key === 'ArrowUp' ? at - 1 : at + 1)
  }
  const drag = mayChange && {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      props.onDrag('over')
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      props.onDrag('drop')
    },
  }
  const months = monthsText(rule)
  return (
    <tr {...drag} onKeyDown={mayChange ? onKeyDown : undefined} className={props.isTarget ? styles.target : undefined}>
      <td className={styles.number}>
        {mayChange ? (
          <button
            type="button"
            className={styles.handle}
            draggable
            data-rule={rule.id}
            aria-label={`Rule ${number}, ${rule.name}: move with Alt and the arrow keys, or drag`}
            title="Drag, or Alt and the arrow keys"
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', rule.id)
              props.onDrag('start')
            }}
            onDragEnd={() => props.onDrag('end')}
          >
            {number}
          </button>
        ) : (
          number
        )}
      </td>
      <td className="wrap">
        <b className="med">{rule.name}</b> {!rule.enabled && <Badge>off</Badge>}{' '}
        {months && <Badge tone="line">{months}</Badge>}
        <span className={styles.means}>{conditionText(rule)}</span>
        <span className={styles.says}>{effectText(rule)}</span>
      </td>
      <td className="wrap n">
        {takes && (
          <>
            <Costs of={takes} />
            <span className={`under ${styles.line}`}>{counted(takes)}</span>
            {takes.from.map((from) => (
              <span className={`under ${styles.line}`} key={from.source ?? '~'}>
                from {sourceText(from.source, props.rules)}: <Costs of={from} />
              </span>
            ))}
          </>
        )}
      </td>
      {mayChange && (
        <td className="n">
          <span className={styles.acts}>
            <Button look="ghost" aria-label={`Edit rule ${number}, ${rule.name}`} onClick={props.onEdit}>
              Edit
            </Button>
            <IconButton
              look="ghost"
              icon="chevron"
              label={`Move rule ${number} up`}
              disabled={at === 0}
              style={{ transform: 'rotate(180deg)' }}
              onClick={() => props.onMove(at - 1)}
            />
            <IconButton
              look="ghost"
              icon="chevron"
              label={`Move rule ${number} down`}
              disabled={at === count - 1}
              onClick={() => props.onMove(at + 1)}
            />
            <IconButton
              look="ghost"
              icon="close"
              label={`Remove rule ${number}, ${rule.name}`}
              onClick={props.onRemove}
            />
          </span>
        </td>
      )}
    </tr>
  )
}
