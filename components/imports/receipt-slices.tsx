import Link from 'next/link'
import { Section } from '@/components/ui/section.tsx'
import { addMonths, monthStart } from '@/lib/core/period.ts'
import type { Receipt, SliceReceipt } from '@/lib/core/receipt.ts'
import styles from './imports.module.css'
import { SlicesTable } from './slices-table.tsx'

/** Which slices the import holds, and what each replaced. */
export function ReceiptSlices({ receipt }: { receipt: Receipt }) {
  const replaced = receipt.slices.filter((slice) => slice.replaces).length
  return (
    <Section
      title={replaced > 0 ? 'What it replaced' : 'What it holds'}
      note={replaced > 0 ? 'the earlier version is kept: undo brings it back' : 'nothing was there before'}
    >
      <SlicesTable label="Slices" slices={receipt.slices.map(sliceChange)} />
    </Section>
  )
}

/** A slice of a receipt as a line of the table. */
export function sliceChange(slice: SliceReceipt) {
  const { provider, billingAccountId, billingPeriod, version, rows, totals, replaces } = slice
  return {
    key: `${provider} ${billingAccountId} ${billingPeriod}`,
    provider,
    billingAccountId,
    billingPeriod,
    version: (
      <>
        v{version}{' '}
        {replaces ? (
          <span className="ink3">
            replaces{' '}
            <Link className={`link ${styles.inline}`} href={`/imports/${replaces.importId}`}>
              v{replaces.version}
            </Link>
          </span>
        ) : (
          <span className="ink3">new</span>
        )}
      </>
    ),
    before: replaces,
    after: { rows, totals },
    link: (
      <Link className="link" href={spendHref(slice)}>
        Open in Spend
      </Link>
    ),
  }
}

function spendHref({ provider, billingAccountId, billingPeriod }: SliceReceipt): string {
  const from = monthStart(billingPeriod)
  const query = new URLSearchParams({
    from,
    to: addMonths(from, 1),
    'is.provider': provider,
    'is.account': billingAccountId,
  })
  return `/spend?${query}`
}
