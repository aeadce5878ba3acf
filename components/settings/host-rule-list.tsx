'use client'

import { Button, IconButton } from '@/components/ui/button.tsx'
import { Select } from '@/components/ui/field.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { HostRuleEdit } from '@/lib/attribution/host-rules.ts'

const blank: HostRuleEdit = { id: null, side: 'usage', kind: 'glob', pattern: '', target: '' }

/** The ordered rules: whose names, what they look like, which machine they mean. */
export function HostRuleList(props: { rules: readonly HostRuleEdit[]; onChange: (rules: HostRuleEdit[]) => void }) {
  const { rules, onChange } = props
  const change = (at: number, part: Partial<HostRuleEdit>) =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)))
  const move = (at: number, by: -1 | 1) => {
    const next = [...rules]
    const [rule] = next.splice(at, 1)
    if (!rule) return
    next.splice(at + by, 0, rule)
    onChange(next)
  }
  const add = (
    <Button icon="plus" onClick={() => onChange([...rules, blank])}>
      Add a rule
    </Button>
  )
  if (rules.length === 0) {
    return (
      <EmptyState title="No rules" actions={add}>
        Ids and names find the machines by themselves. A rule such as gpu-(\d+) with the target i-node-$1 names the
        others.
      </EmptyState>
    )
  }
  return (
    <>
      <TableFrame label="Host rules">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">Names of</th>
              <th scope="col">Pattern</th>
              <th scope="col">Means the machine</th>
              <th scope="col" aria-label="Order and removal" />
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: new rules have no number yet, and the order is what is edited
              <tr key={at}>
                <td className="ink3">{at + 1}</td>
                <td>
                  <Select
                    aria-label={`Rule ${at + 1}: whose names`}
                    value={rule.side}
                    onChange={(event) => change(at, { side: event.target.value === 'bill' ? 'bill' : 'usage' })}
                  >
                    <option value="usage">telemetry</option>
                    <option value="bill">bills</option>
                  </Select>
                </td>
                <td>
                  <span className="row">
                    <Select
                      aria-label={`Rule ${at + 1}: kind of pattern`}
                      value={rule.kind}
                      onChange={(event) => change(at, { kind: event.target.value === 'regex' ? 'regex' : 'glob' })}
                    >
                      <option value="glob">glob</option>
                      <option value="regex">regex</option>
                    </Select>
                    <input
                      className="input mono"
                      aria-label={`Rule ${at + 1}: pattern`}
                      placeholder={rule.kind === 'glob' ? 'gpu-node-*' : '^gpu-node-(\\d+)$'}
                      spellCheck={false}
                      maxLength={500}
                      value={rule.pattern}
                      onChange={(event) => change(at, { pattern: event.target.value })}
                    />
                  </span>
                </td>
                <td>
                  <input
                    className="input mono"
                    aria-label={`Rule ${at + 1}: machine`}
                    placeholder={rule.kind === 'glob' ? 'i-0abc' : 'node-$1'}
                    spellCheck={false}
                    maxLength={500}
                    value={rule.target}
                    onChange={(event) => change(at, { target: event.target.value })}
                  />
                </td>
                <td className="n">
                  <IconButton
                    look="ghost"
                    icon="chevron"
                    label={`Move rule ${at + 1} up`}
                    disabled={at === 0}
                    style={{ transform: 'rotate(180deg)' }}
                    onClick={() => move(at, -1)}
                  />
                  <IconButton
                    look="ghost"
                    icon="chevron"
                    label={`Move rule ${at + 1} down`}
                    disabled={at === rules.length - 1}
                    onClick={() => move(at, 1)}
                  />
                  <IconButton
                    look="ghost"
                    icon="close"
                    label={`Remove rule ${at + 1}`}
                    onClick={() => onChange(rules.filter((_, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="note">
        A glob is the whole name: * any text, ? one character. A regular expression is RE2 and matches anywhere; $1 to
        $9 in the machine are its groups. A rule on bills gives a machine of the bills another name.
      </p>
      <div className="acts-row">{add}</div>
    </>
  )
}
