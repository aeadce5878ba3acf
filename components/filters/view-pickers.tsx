'use client'

import { Chip } from '@/components/ui/chip.tsx'
import { Option, Popover } from '@/components/ui/popover.tsx'
import { costBases, costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimension, dimensions } from '@/lib/core/dimensions.ts'
import { formatDay, formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import { useCompared, useFilter, usePageData } from './filter-context.tsx'

/** Compares with the period before, or with nothing. */
export function ComparePicker() {
  const { filter, setFilter } = useFilter()
  const { firstDay } = usePageData()
  const before = formatPeriod(previousPeriod(filter.period), true)
  const compared = useCompared(filter)
  const shown = compared ? before : filter.compare ? `nothing before ${formatDay(firstDay)}` : 'nothing'
  return (
    <Popover
      name={`Compared with ${shown}`}
      label={
        <>
          <span className="v">vs</span>
          {shown}
        </>
      }
    >
      {(close) =>
        [true, false].map((compare) => (
          <Option
            key={String(compare)}
            selected={filter.compare === compare}
            hint={compare ? before : undefined}
            onSelect={() => {
              setFilter({ ...filter, compare })
              close()
            }}
          >
            {compare ? 'The period before' : 'Nothing'}
          </Option>
        ))
      }
    </Popover>
  )
}

/** Which of the four FOCUS costs the view shows. */
export function BasisPicker() {
  const { filter, setFilter } = useFilter()
  return (
    <Popover name={`Cost basis: ${costBasisLabel[filter.basis]}`} label={costBasisLabel[filter.basis]}>
      {(close) =>
        costBases.map((basis) => (
          <Option
            key={basis}
            selected={basis === filter.basis}
            onSelect={() => {
              setFilter({ ...filter, basis })
              close()
            }}
          >
            {costBasisLabel[basis]}
          </Option>
        ))
      }
    </Popover>
  )
}

/**
 * The currency that the view leads with, each amount as billed; or one currency for all amounts, by monthly rates. `current` is what it shows
 * when the address names none.
 */
export function CurrencyPicker({ current }: { current: string | null }) {
  const { filter, setFilter } = useFilter()
  const { currencies, reportingCurrencies } = usePageData()
  if (current === null) return null
  const offered = [...new Set([...reportingCurrencies, ...(reportingCurrencies.length > 0 ? currencies : [])])]
    .filter((currency) => currency !== 'XXX')
    .sort()
  const shownIn = filter.reportingCurrency
  if (currencies.length < 2 && offered.length === 0 && !shownIn)
    return <span className="btn fixed">{currencyName(current)}</span>
  const choose = (currency: string | null, reportingCurrency: string | null, close: () => void) => {
    setFilter({ ...filter, currency, reportingCurrency })
    close()
  }
  const menu = (
    <Popover
      className={shownIn ? 'val' : undefined}
      chevron={!shownIn}
      name={shownIn ? `Shown in ${shownIn}` : `Currency: ${currencyName(current)}`}
      label={shownIn ?? currencyName(current)}
    >
      {(close) => (
        <>
          {offered.length > 0 && <h3>As billed</h3>}
          {currencies.map((currency) => (
            <Option
              key={currency}
              selected={!shownIn && currency === current}
              onSelect={() => choose(currency, null, close)}
            >
              {currencyName(currency)}
            </Option>
          ))}
          {offered.length > 0 && <h3>Show all in</h3>}
          {offered.map((currency) => (
            <Option
              key={`in ${currency}`}
              selected={currency === shownIn}
              hint="by monthly rates"
              onSelect={() => choose(null, currency, close)}
            >
              All in {currency}
            </Option>
          ))}
        </>
      )}
    </Popover>
  )
  if (!shownIn) return menu
  const asBilled = () => setFilter({ ...filter, currency: null, reportingCurrency: null })
  return <Chip field="Shown" operator="in" value={menu} onRemove={asBilled} />
}

/** What the view is grouped by. `offered` limits the choice where a page has few, `current` is the one that the page took. */
export function GroupPicker({ offered, current }: { offered?: readonly DimensionKey[]; current?: DimensionKey }) {
  const { filter, setFilter } = useFilter()
  const choices = offered ? dimensions.filter((d) => offered.includes(d.key)) : dimensions
  const group = current ?? filter.group
  const label = dimension(group)?.label
  return (
    <Popover
      name={`Group by ${label}`}
      label={
        <>
          <span className="v">Group by</span>
          {label}
        </>
      }
    >
      {(close) =>
        choices.map(({ key, label }) => (
          <Option
            key={key}
            selected={key === group}
            onSelect={() => {
              setFilter({ ...filter, group: key })
              close()
            }}
          >
            {label}
          </Option>
        ))
      }
    </Popover>
  )
}
