'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { HostRuleList } from '@/components/settings/host-rule-list.tsx'
import { SeenMachinesTable } from '@/components/settings/seen-machines-table.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import { UsageMissing } from '@/components/usage/usage-missing.tsx'
import type { HostRuleEdit, HostSettings } from '@/lib/attribution/host-rules.ts'
import type { SeenMachineRow } from '@/lib/attribution/seen-machines.ts'
import { formatCount } from '@/lib/core/format.ts'

type Machines = { rows: SeenMachineRow[]; found: number; unmatched: number }

const textOf = (rules: readonly HostRuleEdit[]) =>
  JSON.stringify(rules.map(({ id, side, kind, pattern, target }) => [id, side, kind, pattern, target]))

/** Which machine of the bills each machine of the telemetry is, and below which utilisation held GPUs are idle. */
export function HostsView({ stored, machines }: { stored: HostSettings; machines: Machines }) {
  const [rules, setRules] = useState<HostRuleEdit[]>(stored.rules)
  const [percent, setPercent] = useState(String(Number(stored.idleThreshold) * 100))
  const { busy, error, run } = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const share = Number(percent) / 100
  const threshold = percent.trim() === '' || Number.isNaN(share) ? percent : String(Number(share.toFixed(6)))
  const changed = textOf(rules) !== textOf(stored.rules) || threshold !== stored.idleThreshold
  const save = () =>
    run(async () => {
      const body = { rules: rules.map(({ id, side, kind, pattern, target }) => ({ id, side, kind, pattern, target })) }
      const answer = await send<{ machines: number }>('PUT', '/api/settings/hosts', {
        ...body,
        idleThreshold: threshold,
      })
      toast({ text: `Saved: ${formatCount(answer.machines)} machines are named otherwise`, tone: 'pos' })
      await queries.invalidateQueries()
      router.refresh()
    })
  return (
    <>
      <p className="prose" style={{ marginBottom: 'var(--s-4)' }}>
        Telemetry calls a machine by its host or node name, a bill by its resource id. They find each other by the id,
        by the Kubernetes provider id, or by a name that only one machine has. For the others a rule says it: the first
        that matches holds. Saving works out all GPU hours anew; totals do not change.
      </p>
      <FormError>{error}</FormError>
      <Grid>
        <Section span={8} title="Rules" note="the first that matches holds">
          <HostRuleList rules={rules} onChange={setRules} />
        </Section>
        <Section span={4} title="Idle">
          <TextField
            label="Held GPUs are idle below, % of utilisation"
            className="num"
            inputMode="decimal"
            value={percent}
            onChange={(event) => setPercent(event.target.value)}
            hint="Averaged over the hour. 5 unless set otherwise; 0 means that nothing held is idle. Hours that nobody measured are never idle"
          />
        </Section>
      </Grid>
      <div className="acts-row" style={{ margin: 'var(--s-5) 0' }}>
        <Button look="solid" disabled={busy || !changed} onClick={save}>
          {busy ? 'Working out all GPU hours anew' : 'Save'}
        </Button>
        <Button
          disabled={busy || !changed}
          onClick={() => {
            setRules(stored.rules)
            setPercent(String(Number(stored.idleThreshold) * 100))
          }}
        >
          Discard changes
        </Button>
      </div>
      <Grid>
        <Section
          title="Machines of the telemetry"
          note={`${formatCount(machines.unmatched)} that no bill names, ${formatCount(machines.found)} found`}
        >
          {machines.rows.length === 0 ? (
            <UsageMissing
              title="No GPU usage yet"
              shows="This would list every machine that telemetry names, with its hours."
              mayImport
            />
          ) : (
            <SeenMachinesTable
              machines={machines.rows}
              onName={(resource) =>
                setRules([...rules, { id: null, side: 'usage', kind: 'glob', pattern: resource, target: '' }])
              }
            />
          )}
        </Section>
      </Grid>
    </>
  )
}
