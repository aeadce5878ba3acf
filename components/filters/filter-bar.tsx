'use client'

import type { ReactNode } from 'react'
import { FilterChips } from './filter-chips.tsx'
import { IdlePicker } from './idle-picker.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { BasisPicker, ComparePicker, CurrencyPicker } from './view-pickers.tsx'

/** The one bar of every spend page: period, comparison, cost basis, currency, idle time, what the page adds, filters. It sticks. */
export function FilterBar({ currency, children }: { currency: string | null; children?: ReactNode }) {
  return (
    <section className="bar" aria-label="Period and filters">
      <PeriodPicker />
      <ComparePicker />
      <span className="sep" />
      <BasisPicker />
      <CurrencyPicker current={currency} />
      <IdlePicker />
      {children && <span className="sep" />}
      {children}
      <span className="sep" />
      <FilterChips currency={currency} />
    </section>
  )
}
