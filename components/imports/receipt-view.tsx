import { Grid } from '@/components/ui/section.tsx'
import type { Receipt } from '@/lib/core/receipt.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import { IssuesSection } from './issues-section.tsx'
import { ReceiptChecks } from './receipt-checks.tsx'
import { ReceiptFigures } from './receipt-figures.tsx'
import { ReceiptFile } from './receipt-file.tsx'
import { ReceiptReconciliation } from './receipt-reconciliation.tsx'
import { ReceiptSlices } from './receipt-slices.tsx'
import { ReceiptSteps } from './receipt-steps.tsx'

/** Proof of an import: everything that was checked, with all digits. */
export function ReceiptView({ detail, receipt }: { detail: ImportDetail; receipt: Receipt }) {
  return (
    <Grid>
      <ReceiptFigures receipt={receipt} />
      <ReceiptReconciliation receipt={receipt} />
      <ReceiptSlices receipt={receipt} />
      {detail.issueCount > 0 && <IssuesSection detail={detail} rowsRead={receipt.rowsRead} />}
      <ReceiptChecks receipt={receipt} />
      <ReceiptSteps steps={receipt.steps} />
      <ReceiptFile receipt={receipt} />
    </Grid>
  )
}
