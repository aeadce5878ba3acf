import Link from 'next/link'
import { RatesPreviewTable } from '@/components/rates/rates-preview.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCount, formatFull } from '@/lib/core/format.ts'
import { formatMonth } from '@/lib/core/format-date.ts'
import type { ExchangeRateRow, ExchangeRatesReceipt, RatesReceipt } from '@/lib/core/receipt.ts'
import { ReceiptSteps } from './receipt-steps.tsx'

/** Proof of an import of rates or exchange rates: what it holds, what it replaced, and what that did. */
export function PriceReceipt({ receipt }: { receipt: RatesReceipt | ExchangeRatesReceipt }) {
  const isRates = receipt.kind === 'rates'
  return (
    <Grid>
      <Section span={8} title={receipt.format.label} note={receipt.files.map(({ name }) => name).join(', ')}>
        <DescriptionList items={isRates ? rateFacts(receipt) : exchangeFacts(receipt)} />
        <p className="note">
          <Link className="link" href={isRates ? '/settings/rate-cards' : '/settings/exchange-rates'}>
            {isRates ? 'All rate cards' : 'All exchange rates'}
          </Link>
        </p>
      </Section>
      <ReceiptSteps steps={receipt.steps} />
      {isRates ? (
        <Section title="Difference" note="of the bills that were there">
          <RatesPreviewTable preview={receipt.preview} />
        </Section>
      ) : (
        receipt.replaced.length > 0 && <Replaced rates={receipt.replaced} />
      )}
    </Grid>
  )
}

function rateFacts(receipt: RatesReceipt) {
  return [
    { key: 'stored', name: 'Rates stored', value: formatCount(receipt.rowsStored) },
    {
      key: 'replaced',
      name: 'Rates replaced',
      value: receipt.replaced.length > 0 ? `${receipt.replaced.join(', ')}; undo brings them back` : 'none',
    },
  ]
}

function exchangeFacts(receipt: ExchangeRatesReceipt) {
  const { months } = receipt
  return [
    { key: 'rows', name: 'Rows read', value: formatCount(receipt.rowsRead) },
    { key: 'rates', name: 'Monthly rates', value: formatCount(receipt.rowsStored) },
    { key: 'pairs', name: 'Currency pairs', value: formatCount(receipt.pairs) },
    {
      key: 'months',
      name: 'Months',
      value: months ? `${formatMonth(months.from)} to ${formatMonth(months.to)}` : 'none',
    },
    { key: 'added', name: 'New', value: formatCount(receipt.added) },
    { key: 'changed', name: 'Different before', value: formatCount(receipt.replaced.length) },
    { key: 'same', name: 'There already', value: formatCount(receipt.same) },
  ]
}

const SHOWN = 200

function Replaced({ rates }: { rates: readonly ExchangeRateRow[] }) {
  return (
    <Section
      title="What was there before"
      note={rates.length > SHOWN ? `the first ${SHOWN} of ${formatCount(rates.length)}` : 'undo brings it back'}
    >
      <TableFrame label="Replaced rates">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Pair</th>
              <th scope="col" className="n">
                Rate
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {rates.slice(0, SHOWN).map((rate) => (
              <tr key={`${rate.month} ${rate.from} ${rate.to}`}>
                <td>{formatMonth(rate.month)}</td>
                <td>
                  {rate.from} to {rate.to}
                </td>
                <td className="n">{formatFull(rate.rate)}</td>
                <td>{rate.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}
