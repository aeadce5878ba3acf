'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { BreakEvenPanel } from '@/components/economics/break-even-panel.tsx'
import { EconomicsNav } from '@/components/economics/economics-nav.tsx'
import type { ServedModel } from '@/components/economics/efficiency-panel.tsx'
import { EfficiencyPanel } from '@/components/economics/efficiency-panel.tsx'
import type { OwnRate } from '@/components/economics/plan-rows.ts'
import { PriceListDialog } from '@/components/economics/price-list-dialog.tsx'
import type { ServedTokens } from '@/components/economics/serving-tokens.tsx'
import { ServingTokens } from '@/components/economics/serving-tokens.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import { shippedApiPricesDay } from '@/lib/catalog/api-prices.ts'

/** What a million tokens cost, whether an API would be cheaper, and what would make a model cheaper to serve. */
export function ServingView(props: {
  rows: readonly ServedTokens[]
  models: readonly ServedModel[]
  prices: readonly ApiPrice[]
  own: readonly OwnRate[]
  asOf: string
  mayConfigure: boolean
}) {
  const [adding, setAdding] = useState(false)
  const router = useRouter()
  return (
    <>
      <PageHead title="Unit economics" />
      <EconomicsNav />
      <Grid>
        <Section title="Cost of tokens" note="the last 30 days; all cost of a model, idle time included">
          {props.rows.length === 0 ? (
            <EmptyState title="No tokens are counted in the last 30 days">
              Tokens come from gateways and providers: LiteLLM, Langfuse, OpenAI, Anthropic or a generic table, under
              Imports.
            </EmptyState>
          ) : (
            <ServingTokens rows={props.rows} prices={props.prices} />
          )}
        </Section>
        <Section
          title="API or self-hosted"
          note={`list prices of a third party, ${shippedApiPricesDay}, not checked on the vendors' pages, unless newer ones are imported`}
          actions={props.mayConfigure && <Button onClick={() => setAdding(true)}>Import prices</Button>}
        >
          <BreakEvenPanel prices={props.prices} own={props.own} />
        </Section>
        <Section
          title="Model efficiency"
          note="published factors as ranges, never at their maximum; quality has to be evaluated first"
        >
          <EfficiencyPanel models={props.models} />
        </Section>
      </Grid>
      {adding && (
        <PriceListDialog
          today={props.asOf}
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            router.refresh()
          }}
        />
      )}
    </>
  )
}
