import Link from 'next/link'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatFull } from '@/lib/core/format.ts'
import { formatDay } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'
import type { ChargeRate } from '@/lib/spend/charge.ts'
import type { ChargeRow, RatedCost } from '@/lib/spend/charges.ts'

/** What a rate makes of a charge whose bill states no cost: quantity x price, and which rate says so. */
export function RateSection({ rated, rate, charge }: { rated: RatedCost; rate: ChargeRate; charge: ChargeRow }) {
  const conditions = [rate.skuId, rate.gpuClass, rate.regionId, rate.pricingCategory].filter(Boolean).join(', ')
  const until = rate.validTo === null ? 'on' : `to ${formatDay(addDays(rate.validTo, -1))}`
  const items = [
    {
      key: 'cost',
      name: 'Rated cost',
      value: (
        <span className="num">{rated.cost === null ? 'no quantity' : formatFull(rated.cost, rated.currency)}</span>
      ),
    },
    {
      key: 'sum',
      name: 'Quantity x price',
      value: (
        <span className="num">
          {charge.quantity === null ? 'not stated' : formatFull(charge.quantity)} x {formatFull(rated.price)} a{' '}
          {charge.unit ?? 'unit'}
        </span>
      ),
    },
    {
      key: 'price',
      name: 'Price on the card',
      value: <span className="num">{`${formatFull(rate.price, rate.currency)} a ${rate.unit}`}</span>,
    },
    { key: 'for', name: 'For', value: conditions || 'everything of this provider' },
    { key: 'valid', name: 'Valid', value: `${formatDay(rate.validFrom)} ${until}` },
    { key: 'source', name: 'Source', value: rate.source || 'not stated' },
    {
      key: 'rate',
      name: 'Rate',
      value: rate.importId ? (
        <Link className="link" prefetch={false} href={`/imports/${rate.importId}`}>
          {rate.id}, import {rate.importId}
        </Link>
      ) : (
        String(rate.id)
      ),
    },
  ]
  return (
    <Section span={12} title="Priced by a rate card" note="rated money: the bill states no cost">
      <DescriptionList items={items} />
    </Section>
  )
}
