import type { Metadata } from 'next'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { listExchangeRates } from '@/lib/currency/change-rates.ts'
import { listClosedMonths } from '@/lib/currency/closed-months.ts'
import { ExchangeRatesView } from './view.tsx'

export const metadata: Metadata = { title: 'Exchange rates' }

export default async function ExchangeRatesPage() {
  const { role } = await requireScope('rates:read')
  const [rates, closed] = await Promise.all([listExchangeRates(), listClosedMonths()])
  return (
    <ExchangeRatesView
      rates={rates}
      closed={closed}
      thisMonth={new Date().toISOString().slice(0, 7)}
      may={{
        change: may(role, 'rates:write'),
        close: may(role, 'months:close'),
        reopen: may(role, 'months:reopen'),
      }}
    />
  )
}
