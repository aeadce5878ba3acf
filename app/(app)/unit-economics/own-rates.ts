import type { OwnRate } from '@/components/economics/plan-rows.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { groupedBy } from '@/lib/core/grouped.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import { metrics } from '@/lib/spend/index.ts'

/** What the scope's bills of the last 30 days say a GPU hour costs, by class and way of buying; USD alone. */
export async function ownRates(scope: Scope, asOf: Day): Promise<OwnRate[]> {
  const query = new URLSearchParams({
    from: addDays(asOf, -30),
    to: asOf,
    grain: 'total',
    group: 'gpu-class',
    compare: '0',
    idle: 'owner',
  })
  const ways = await Promise.all(
    (['Standard', 'Dynamic', 'Committed'] as const).map(async (category) => {
      const asked = new URLSearchParams(query)
      asked.set('is.pricing-category', category)
      const rows = await metrics.series(scope, parseFilter(asked, { asOf, group: 'gpu-class', idle: 'owner' }))
      return rows.flatMap(({ key, currency, cost, gpuHours }) =>
        key !== null && currency === 'USD' && Number(gpuHours) > 0 && Number(cost) > 0
          ? [{ key, category, price: Number(cost) / Number(gpuHours) }]
          : [],
      )
    }),
  )
  return [...groupedBy(ways.flat(), ({ key }) => key)].map(([gpuClass, prices]) => {
    const of = (category: string) => prices.find((price) => price.category === category)?.price ?? null
    return { gpuClass, onDemand: of('Standard'), spot: of('Dynamic'), committed: of('Committed') }
  })
}
