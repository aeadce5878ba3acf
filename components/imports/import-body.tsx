import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import type { ImportDetail } from '@/lib/import/history.ts'
import { ChoiceSection } from './choice-section.tsx'
import { ConfirmRates } from './confirm-rates.tsx'
import { ConfirmSection } from './confirm-section.tsx'
import { FailureSection } from './failure-section.tsx'
import { MappingSection } from './mapping-section.tsx'
import { PriceReceipt } from './price-receipt.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { PartsSection, RunningSection } from './running-section.tsx'
import { UsageReceiptView } from './usage-receipt.tsx'

/** What there is to see and do in the state that the import is in. */
export function ImportBody({ detail, mayChange }: { detail: ImportDetail; mayChange: boolean }) {
  const { state, question } = detail
  const { receipt } = detail
  if ((state === 'published' || state === 'reverted') && receipt) {
    if (receipt.kind === 'rates' || receipt.kind === 'exchange-rates') return <PriceReceipt receipt={receipt} />
    if (receipt.kind === 'usage') return <UsageReceiptView receipt={receipt} />
    return <ReceiptView detail={detail} receipt={receipt} />
  }
  return (
    <Grid>
      {(state === 'received' || state === 'running') && <RunningSection detail={detail} />}
      {state === 'needs_answer' && question?.kind === 'choice' && (
        <ChoiceSection key={question.id} importId={detail.id} question={question} mayChange={mayChange} />
      )}
      {state === 'needs_answer' && question?.kind === 'mapping' && (
        <MappingSection importId={detail.id} question={question} mayChange={mayChange} />
      )}
      {state === 'awaiting' && question?.kind === 'confirm' && (
        <ConfirmSection detail={detail} question={question} mayChange={mayChange} />
      )}
      {state === 'awaiting' && question?.kind === 'confirm-rates' && (
        <ConfirmRates importId={detail.id} preview={question.preview} mayChange={mayChange} />
      )}
      {(state === 'refused' || state === 'failed') && <FailureSection detail={detail} mayChange={mayChange} />}
      {state === 'published' && receipt === null && (
        <Section title="Receipt">
          <EmptyState title="The amounts are not shown to you">
            An import holds the amounts of every team, and you see some teams only. Your teams' part of it is in Spend.
          </EmptyState>
        </Section>
      )}
      {state !== 'received' && state !== 'running' && <PartsSection detail={detail} />}
    </Grid>
  )
}
