'use client'

import Link from 'next/link'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { AttributionFacts, MeterFacts } from '@/components/spend/meter-facts.tsx'
import { meterName } from '@/components/spend/meter-name.ts'
import { Missing } from '@/components/ui/amount.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { costBases, costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatCount, formatFull } from '@/lib/core/format.ts'
import { formatInstant, formatMonth } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'
import type { ChargeDetail } from '@/lib/spend/charge.ts'
import { RateSection } from './rate-section.tsx'
import { SourceRowSection } from './source-row-section.tsx'

/** One charge with every digit, what it counts for and why, and the row of the file that it was read from. */
export function ChargeView({ detail }: { detail: ChargeDetail }) {
  const { charge, meter } = detail
  const day = charge.start.slice(0, 10)
  const name = meterName({ ...meter, sku: meter.skuMeter ?? meter.skuId ?? meter.skuDetail })
  return (
    <>
      <PageHead
        title={`Charge of ${formatInstant(charge.start)}`}
        crumbs={
          <Crumbs>
            <Link prefetch={false} href="/spend">
              All spend
            </Link>
            <Link
              prefetch={false}
              href={`/spend/meters/${meter.meterId}?from=${day}&to=${addDays(day, 1)}`}
              data-shortcut="step-out"
            >
              {name}
            </Link>
            <span>charge</span>
          </Crumbs>
        }
        actions={<CopyLink />}
      />
      <div className="bar text">
        {charge.rated && <Badge tone="info">Rated, not billed</Badge>}
        {detail.live ? <Badge tone="pos">Counted</Badge> : <Badge tone="warn">Replaced by a later import</Badge>}
        <span className="ink2">
          {detail.slice.provider}, account {detail.slice.billingAccountId}, {formatMonth(detail.slice.billingPeriod)},
          version {detail.slice.version}
        </span>
      </div>
      <Grid>
        <Section span={5} title="Charge" note={currencyName(charge.currency)}>
          <DescriptionList items={amountItems(charge)} />
        </Section>
        <Section span={7} title="Counts for" note="and what says so">
          <AttributionFacts meter={meter} />
        </Section>
        {charge.rated && detail.rate && <RateSection rated={charge.rated} rate={detail.rate} charge={charge} />}
        <Section span={5} title="The bill says" note="labels and tags of the meter">
          <MeterFacts meter={meter} />
        </Section>
        <SourceRowSection
          importId={charge.importId}
          file={charge.file}
          row={charge.row}
          note={
            <>
              {charge.fileName ?? `file ${charge.file}`}, row {formatCount(charge.row)} of{' '}
              <Link className="link" prefetch={false} href={`/imports/${charge.importId}`}>
                import {charge.importId}
              </Link>
            </>
          }
        />
      </Grid>
    </>
  )
}

function amountItems(charge: ChargeDetail['charge']) {
  const figure = (value: string | null, unit = '') =>
    value === null ? <Missing>not stated</Missing> : <span className="num">{`${formatFull(value)} ${unit}`}</span>
  return [
    { key: 'from', name: 'From', value: formatInstant(charge.start) },
    { key: 'to', name: 'To', value: formatInstant(charge.end) },
    ...costBases.map((basis) => ({
      key: basis,
      name: costBasisLabel[basis],
      value: figure(charge[basis], charge.currency),
    })),
    { key: 'quantity', name: 'Quantity', value: figure(charge.quantity, charge.unit ?? '') },
    {
      key: 'hours',
      name: 'GPU hours',
      value: charge.gpuHours === null ? <Missing>none</Missing> : figure(charge.gpuHours),
    },
  ]
}
