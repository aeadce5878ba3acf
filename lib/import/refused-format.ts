import { AppError } from '@/lib/core/errors.ts'
import type { BillingFormat } from '@/lib/import/format.ts'

/** A layout that is recognised only to say why it is not imported and what to upload instead. */
export function refusedFormat(
  format: Omit<BillingFormat, 'plan' | 'questions' | 'refuse'> & { refuse: string },
): BillingFormat {
  return {
    ...format,
    plan() {
      throw new AppError('unprocessable', format.refuse)
    },
  }
}
