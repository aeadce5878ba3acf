'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ExchangeRateDialog } from '@/components/currency/exchange-rate-dialog.tsx'
import { ExchangeRatesTable } from '@/components/currency/exchange-rates-table.tsx'
import { arrangeRates, fromCurrencies } from '@/components/currency/rate-grid.ts'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Select } from '@/components/ui/field.tsx'
import { Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { Day } from '@/lib/core/period.ts'
import type { ExchangeRateRow } from '@/lib/core/receipt.ts'
import type { ClosedMonth } from '@/lib/currency/closed-months.ts'

const FIRST_MONTHS = 24
const url = '/api/exchange-rates'

/** The monthly rates from one currency at a time, and which months are closed. */
export function ExchangeRatesView(props: {
  rates: ExchangeRateRow[]
  closed: ClosedMonth[]
  thisMonth: string
  may: { change: boolean; close: boolean; reopen: boolean }
}) {
  const currencies = fromCurrencies(props.rates)
  const [chosen, setChosen] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<{ rate: ExchangeRateRow | null } | null>(null)
  const action = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const from = chosen !== null && currencies.includes(chosen) ? chosen : (currencies[0] ?? '')
  const grid = arrangeRates(
    props.rates,
    from,
    props.closed.map(({ month }) => month),
  )
  const shown = all ? grid : { ...grid, months: grid.months.slice(0, FIRST_MONTHS) }
  const change = (method: 'PUT' | 'POST' | 'DELETE', to: string, body: unknown, text: string) =>
    action.run(async () => {
      await send(method, to, body)
      setOpen(null)
      toast({ text, tone: 'pos' })
      await queries.invalidateQueries()
      router.refresh()
    })
  const month = (method: 'POST' | 'DELETE', of: Day, what: string) =>
    change(method, `${url}/months`, { month: of.slice(0, 7) }, `${of.slice(0, 7)} ${what}`)
  return (
    <>
      <Section
        title="Exchange rates"
        note="by month; what one unit of the chosen currency is worth in each other"
        actions={
          <>
            {currencies.length > 1 && (
              <Select aria-label="From" value={from} onChange={(event) => setChosen(event.target.value)}>
                {currencies.map((currency) => (
                  <option key={currency}>{currency}</option>
                ))}
              </Select>
            )}
            {props.may.change && (
              <Button icon="plus" onClick={() => setOpen({ rate: null })}>
                Add a rate
              </Button>
            )}
          </>
        }
      >
        {!open && <FormError>{action.error}</FormError>}
        {grid.months.length === 0 ? (
          <EmptyState title="No exchange rates yet">
            Amounts stay in the currency of their bill. Add a rate here, or upload a CSV or the ECB&rsquo;s
            eurofxref-hist.csv under Imports.
          </EmptyState>
        ) : (
          <ExchangeRatesTable
            grid={shown}
            from={from}
            closed={props.closed}
            thisMonth={props.thisMonth}
            may={props.may}
            busy={action.busy}
            onOpen={(rate) => setOpen({ rate })}
            onClose={(of) => month('POST', of, 'is closed: its rates are frozen')}
            onReopen={(of) => month('DELETE', of, 'is open again')}
          />
        )}
        {shown.months.length < grid.months.length && (
          <Button look="ghost" onClick={() => setAll(true)}>
            Show all {grid.months.length} months
          </Button>
        )}
      </Section>
      {open && (
        <ExchangeRateDialog
          rate={open.rate}
          busy={action.busy}
          error={action.error}
          onClose={() => setOpen(null)}
          onSave={(draft) => change('PUT', url, draft, 'Saved')}
          onRemove={({ month: of, from: a, to: b }) => change('DELETE', url, { month: of, from: a, to: b }, 'Removed')}
        />
      )}
    </>
  )
}
