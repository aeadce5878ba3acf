'use client'

import { Button, IconButton } from '@/components/ui/button.tsx'
import { Select } from '@/components/ui/field.tsx'
import { ruleFields, ruleOps } from '@/lib/core/rule-words.ts'
import type { ConditionDraft } from './rule-draft.ts'
import { emptyCondition, takesValues } from './rule-draft.ts'
import styles from './rules.module.css'

const TAG = 'tag:'

/** The conditions of a rule, all of which must hold: what to look at, how, and the values, one a line. */
export function ConditionRows(props: { when: readonly ConditionDraft[]; onChange: (when: ConditionDraft[]) => void }) {
  const { when, onChange } = props
  const change = (at: number, part: Partial<ConditionDraft>) =>
    onChange(when.map((one, n) => (n === at ? { ...one, ...part } : one)))
  return (
    <fieldset className="form" style={{ maxWidth: 'none' }}>
      <legend className="med">Meters for which all of this holds</legend>
      <div className={styles.stack}>
        {when.map((condition, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
          <div className={styles.condition} key={at}>
            <span className={styles.stack}>
              <Select
                aria-label={`Condition ${at + 1}: label`}
                value={condition.field.startsWith(TAG) ? TAG : condition.field}
                onChange={(event) => change(at, { field: event.target.value })}
              >
                {ruleFields.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
                <option value={TAG}>Tag</option>
              </Select>
              {condition.field.startsWith(TAG) && (
                <input
                  className="input mono"
                  aria-label={`Condition ${at + 1}: tag key`}
                  placeholder="key"
                  maxLength={200}
                  spellCheck={false}
                  value={condition.field.slice(TAG.length)}
                  onChange={(event) => change(at, { field: `${TAG}${event.target.value}` })}
                />
              )}
            </span>
            <Select
              aria-label={`Condition ${at + 1}: comparison`}
              value={condition.op}
              onChange={(event) =>
                change(at, { op: ruleOps.find(({ key }) => key === event.target.value)?.key ?? 'is' })
              }
            >
              {ruleOps.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
            {takesValues(condition.op) ? (
              <textarea
                className={`input mono ${styles.values} ${styles.wide}`}
                aria-label={`Condition ${at + 1}: values, one a line`}
                placeholder={
                  condition.op === 'regex' ? '^train-([a-z]+)-' : condition.op === 'glob' ? 'gpu-node-*' : 'one a line'
                }
                rows={Math.max(1, condition.values.split('\n').length)}
                spellCheck={false}
                value={condition.values}
                onChange={(event) => change(at, { values: event.target.value })}
              />
            ) : (
              <span />
            )}
            <IconButton
              look="ghost"
              icon="close"
              label={`Remove condition ${at + 1}`}
              onClick={() => onChange(when.filter((_, n) => n !== at))}
            />
          </div>
        ))}
        {when.length === 0 && <p className="note">No condition: the rule means every meter.</p>}
      </div>
      <span className="acts-row">
        <Button icon="plus" onClick={() => onChange([...when, emptyCondition])}>
          Add a condition
        </Button>
      </span>
    </fieldset>
  )
}
