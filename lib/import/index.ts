import type { BillingFormat } from '@/lib/import/format.ts'
import { awsCur } from '@/lib/import/formats/aws-cur.ts'
import { azureCost } from '@/lib/import/formats/azure-cost.ts'
import { custom } from '@/lib/import/formats/custom.ts'
import { fireworks } from '@/lib/import/formats/fireworks.ts'
import { focus } from '@/lib/import/formats/focus.ts'
import { focusBillingPeriod } from '@/lib/import/formats/focus-billing-period.ts'
import { focusContractCommitment } from '@/lib/import/formats/focus-contract-commitment.ts'
import { focusInvoiceDetail } from '@/lib/import/formats/focus-invoice-detail.ts'
import { focusUsage } from '@/lib/import/formats/focus-usage.ts'
import { gcpBilling } from '@/lib/import/formats/gcp-billing.ts'
import { gcpUnnested } from '@/lib/import/formats/gcp-unnested.ts'
import { ociCost } from '@/lib/import/formats/oci-cost.ts'
import { slurmCharges } from '@/lib/import/formats/slurm-charges.ts'

/** Every billing format. Detection does not depend on the order. */
export const billingFormats: readonly BillingFormat[] = [
  awsCur,
  azureCost,
  custom,
  fireworks,
  focus,
  focusBillingPeriod,
  focusContractCommitment,
  focusInvoiceDetail,
  focusUsage,
  gcpBilling,
  gcpUnnested,
  ociCost,
  slurmCharges,
]
