'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { FormError } from '@/components/settings/form-error.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import { formatMoney } from '@/lib/core/format.ts'
import type { HourlyCost } from '@/lib/owned/hourly-cost.ts'
import type { OwnedDraft } from '@/lib/owned/read-terms.ts'

export type ClassChoice = { id: string; tdpWatts: number | null }
type TextKey = Exclude<keyof OwnedDraft, 'groups'>

/** What a cluster costs, and as it is typed, what that makes a GPU-hour. */
export function ClusterDialog(props: {
  title: string
  initial: OwnedDraft
  classes: readonly ClassChoice[]
  busy: boolean
  error: string | undefined
  onClose: () => void
  onSave: (draft: OwnedDraft) => void
}) {
  const form = useId()
  const [draft, setDraft] = useState(props.initial)
  const set = (key: TextKey, value: string) => setDraft({ ...draft, [key]: value })
  const field = (key: TextKey, label: string, hint?: string, required = true) => (
    <TextField
      label={label}
      hint={hint}
      value={draft[key]}
      required={required}
      onChange={(event) => set(key, event.target.value)}
    />
  )
  return (
    <Dialog
      open
      wide
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={props.busy}>
            Save and write charges
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form two"
        onSubmit={(event) => {
          event.preventDefault()
          props.onSave(draft)
        }}
      >
        {field('name', 'Name', 'Its billing account in the figures')}
        {field('region', 'Region', undefined, false)}
        <GroupFields draft={draft} classes={props.classes} onChange={setDraft} />
        {field('purchasePrice', 'Purchase price', 'Of the whole cluster')}
        {field('currency', 'Currency')}
        {field('lifeMonths', 'Life in months', 'Straight line: price / life a month')}
        {field('inServiceFrom', 'In service from', 'YYYY-MM-DD')}
        {field('outOfServiceFrom', 'Out of service from', 'Empty: still in service', false)}
        {field('hostWattsPerNode', 'Host watts per node', 'What a node draws besides its GPUs')}
        {field('pue', 'PUE', 'What the site draws over what the machines draw')}
        {field('pricePerKwh', 'Price per kWh')}
        {field('hostingPerMonth', 'Hosting per month')}
        {field('peoplePerMonth', 'People per month')}
        <FormError>{props.error}</FormError>
      </form>
      <LiveCost draft={draft} />
    </Dialog>
  )
}

function GroupFields(props: {
  draft: OwnedDraft
  classes: readonly ClassChoice[]
  onChange: (draft: OwnedDraft) => void
}) {
  const { draft, classes } = props
  return draft.groups.map((group, at) => {
    const set = (change: Partial<typeof group>) =>
      props.onChange({ ...draft, groups: draft.groups.map((one, n) => (n === at ? { ...one, ...change } : one)) })
    const tdp = classes.find(({ id }) => id === group.gpuClass)?.tdpWatts
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place
      <fieldset className="form two" key={at}>
        <legend className="med">{draft.groups.length > 1 ? `Machines, group ${at + 1}` : 'Machines'}</legend>
        <TextField
          label="Nodes"
          hint="Host names or ranges: gpu-[01-16]"
          value={group.nodes}
          required
          onChange={(event) => set({ nodes: event.target.value })}
        />
        <SelectField
          label="GPU class"
          value={group.gpuClass}
          onChange={(event) => set({ gpuClass: event.target.value })}
        >
          {classes.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </SelectField>
        <TextField
          label="GPUs per node"
          inputMode="numeric"
          value={group.gpusPerNode}
          required
          onChange={(event) => set({ gpusPerNode: event.target.value })}
        />
        <TextField
          label="Watts per GPU"
          inputMode="decimal"
          placeholder={tdp ? String(tdp) : undefined}
          hint={tdp ? `Empty: the TDP of the catalogue, ${tdp} W` : 'What was measured'}
          value={group.watts}
          onChange={(event) => set({ watts: event.target.value })}
        />
        <span className="acts-row">
          {at === draft.groups.length - 1 && (
            <Button onClick={() => props.onChange({ ...draft, groups: [...draft.groups, { ...group, nodes: '' }] })}>
              Add a group
            </Button>
          )}
          {draft.groups.length > 1 && (
            <Button
              look="ghost"
              onClick={() => props.onChange({ ...draft, groups: draft.groups.filter((_, n) => n !== at) })}
            >
              Remove this group
            </Button>
          )}
        </span>
      </fieldset>
    )
  })
}

function LiveCost({ draft }: { draft: OwnedDraft }) {
  const asked = useDeferredValue(JSON.stringify(draft))
  const cost = useQuery({
    queryKey: ['owned-preview', asked],
    queryFn: ({ signal }) =>
      fetchJson<{ cost: HourlyCost | null; missing: string | null }>(
        `/api/owned-clusters/preview?draft=${encodeURIComponent(asked)}`,
        { signal },
      ),
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
  })
  const found = cost.data?.cost
  if (!found) {
    const missing = cost.error?.message ?? cost.data?.missing
    return <p className="note">The cost of a GPU-hour appears here. {missing}</p>
  }
  const { perGpuHour, parts, currency, gpus, nodes } = found
  const money = (text: string) => formatMoney(text, currency, 4)
  return (
    <p aria-live="polite">
      <b>{formatMoney(perGpuHour, currency)}</b> per GPU-hour available, {gpus} GPUs in {nodes} nodes: hardware{' '}
      {money(parts.hardware)}, power {money(parts.power)}, hosting {money(parts.hosting)}, people {money(parts.people)}.
    </p>
  )
}
