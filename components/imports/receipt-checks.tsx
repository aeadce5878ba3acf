import type { IconName } from '@/components/ui/icon.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { InvariantCheck, Receipt } from '@/lib/core/receipt.ts'

const look: Record<InvariantCheck['state'], { icon: IconName; ink: string; word: string }> = {
  passed: { icon: 'ok', ink: 'pos', word: 'passed' },
  failed: { icon: 'warning', ink: 'warn', word: 'to look at' },
  'not-applicable': { icon: 'info', ink: 'ink3', word: 'does not apply' },
}
const FAILING_SHOWN = 5

/** Rules of the FOCUS specification held against the rows; what breaks one is named. */
export function ReceiptChecks({ receipt }: { receipt: Receipt }) {
  const count = (state: InvariantCheck['state']) => receipt.invariants.filter((check) => check.state === state).length
  const failed = count('failed')
  return (
    <Section span={4} title="Checks" note={`${count('passed')} passed${failed > 0 ? `, ${failed} to look at` : ''}`}>
      <ul className="list">
        {receipt.invariants.map((check) => (
          <li key={check.id}>
            <span className={look[check.state].ink}>
              <Icon name={look[check.state].icon} />
              <span className="sr">{look[check.state].word}</span>
            </span>
            <span>
              {check.label}
              {check.failing.slice(0, FAILING_SHOWN).map(({ subject, detail }) => (
                <small key={subject}>
                  <span className="mono">{subject}</span>
                  {detail && `: ${detail}`}
                </small>
              ))}
              {check.failing.length > FAILING_SHOWN && (
                <small>and {formatCount(check.failing.length - FAILING_SHOWN)} more in the receipt as JSON</small>
              )}
            </span>
            <span className="a ink3">{outcome(check)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function outcome({ state, checked, failing }: InvariantCheck): string {
  if (state === 'not-applicable') return 'does not apply'
  if (state === 'failed') return `${formatCount(failing.length)} of ${formatCount(checked)}`
  return `${formatCount(checked)} checked`
}
