import type { AwsLine } from '@/lib/sample/aws/columns.ts'
import { reservationFeeRow, savingsPlanFeeRow } from '@/lib/sample/aws/commitment-rows.ts'
import { fleetRows } from '@/lib/sample/aws/compute-rows.ts'
import { feeRows } from '@/lib/sample/aws/fee-rows.ts'
import { awsFleets } from '@/lib/sample/aws/fleets.ts'
import { awsMetered } from '@/lib/sample/aws/metered-services.ts'
import { serviceRow } from '@/lib/sample/aws/service-rows.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'

/** Every line item of a month's CUR. */
export function* awsRows(month: SampleMonth, ctx: SampleContext): Generator<AwsLine> {
  for (const day of month.days) {
    for (const fleet of awsFleets) yield* fleetRows(fleet, day, ctx)
    for (const meter of awsMetered) {
      const row = serviceRow(meter, day, ctx)
      if (row.line_item_usage_amount !== '0') yield [row]
    }
    yield [savingsPlanFeeRow('sp-compute', day, ctx)]
    yield [savingsPlanFeeRow('sp-g6e', day, ctx)]
  }
  yield [reservationFeeRow(month, ctx)]
  for (const row of feeRows(month, ctx)) yield [row]
}
