'use client'

import { EconomicsNav } from '@/components/economics/economics-nav.tsx'
import type { Reference } from '@/components/economics/mfu-strip.tsx'
import { MfuStrip } from '@/components/economics/mfu-strip.tsx'
import type { OwnRate } from '@/components/economics/plan-rows.ts'
import { RunPlanner } from '@/components/economics/run-planner.tsx'
import { RunsTable } from '@/components/economics/runs-table.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import type { RunRow } from '@/lib/recommendations/read-runs.ts'

/** What training runs cost and did, against published ones, and what the next one would cost. */
export function RunsView(props: {
  runs: readonly RunRow[]
  own: readonly OwnRate[]
  references: readonly Reference[]
  mayImport: boolean
}) {
  const { runs, references } = props
  return (
    <>
      <PageHead title="Unit economics" />
      <EconomicsNav />
      <Grid>
        <Section
          title="Training runs"
          note="from job records and bills; hours x what the project paid for one while it ran"
        >
          {runs.length === 0 ? (
            <EmptyState
              title="No runs are known"
              actions={
                props.mayImport && (
                  <ButtonLink look="solid" href="/imports" prefetch={false}>
                    Upload training runs
                  </ButtonLink>
                )
              }
            >
              A table of runs with their tokens, checkpoints and states shows what each cost and how much of it was
              work.
            </EmptyState>
          ) : (
            <RunsTable runs={runs} />
          )}
        </Section>
        {runs.some(({ mfu }) => mfu !== null) && (
          <Section
            title="Model FLOPs utilisation"
            note={`dots: your runs; ticks: ${references.length} published runs; 6 N T over GPU seconds x dense BF16 peak`}
          >
            <MfuStrip runs={runs} references={references} />
          </Section>
        )}
        <Section title="Plan a run" note="at your own rates of the last 30 days, and at dated list prices">
          <RunPlanner own={props.own} />
        </Section>
      </Grid>
    </>
  )
}
