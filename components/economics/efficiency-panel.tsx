'use client'

import { useState } from 'react'
import { Missing } from '@/components/ui/amount.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import { formatMoney } from '@/lib/core/format.ts'
import type { EfficiencyInput } from './efficiency-rows.ts'
import { efficiencyRows } from './efficiency-rows.ts'

const fields = [
  { name: 'paramsB', label: 'Parameters, billions' },
  { name: 'kvCacheGb', label: 'KV cache, GB a replica' },
  { name: 'replicas', label: 'Replicas' },
  { name: 'minReplicas', label: 'Least replicas' },
  { name: 'batch', label: 'Batch' },
  { name: 'monthlyCost', label: 'Cost a month' },
] as const

export type ServedModel = {
  model: string
  /** Of its largest cost. */
  currency: string
  paramsB: number | null
  bits: number
  kvCacheGb: number | null
  monthlyCost: number
  gpuClass: string | null
}

const served = gpuClasses.filter(({ vendor, memoryGb }) => vendor === 'NVIDIA' && (memoryGb ?? 0) >= 24)

/** What quantisation, batching or a smaller model would do, with published factors as ranges. */
export function EfficiencyPanel({ models }: { models: readonly ServedModel[] }) {
  const [name, setName] = useState(models[0]?.model ?? '')
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [bits, setBits] = useState<number | null>(null)
  const [gpu, setGpu] = useState<string | null>(null)
  const model = models.find((one) => one.model === name)
  const currency = model?.currency ?? 'USD'
  const start: Record<string, string> = {
    paramsB: String(model?.paramsB ?? 70),
    kvCacheGb: String(model?.kvCacheGb ?? 20),
    replicas: '4',
    minReplicas: '1',
    batch: '32',
    monthlyCost: (model?.monthlyCost ?? 10_000).toFixed(0),
  }
  const textOf = (field: string) => texts[field] ?? start[field] ?? ''
  const number = (field: string) => Number(textOf(field))
  const wrong = fields.find(
    (field) => !(number(field.name) > 0) && !(field.name === 'kvCacheGb' && number(field.name) === 0),
  )
  const entry =
    served.find(({ id }) => id === (gpu ?? model?.gpuClass)) ?? served.find(({ id }) => id === 'H100-SXM-80GB')
  if (!entry) return null
  const input: EfficiencyInput = {
    paramsB: number('paramsB'),
    bits: bits ?? model?.bits ?? 16,
    kvCacheGb: number('kvCacheGb'),
    replicas: number('replicas'),
    minReplicas: number('minReplicas'),
    batch: number('batch'),
    monthlyCost: number('monthlyCost'),
    gpu: entry,
  }
  return (
    <>
      <div className="form two">
        {models.length > 0 && (
          <SelectField
            label="Model"
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setTexts({})
              setBits(null)
              setGpu(null)
            }}
          >
            {models.map((one) => (
              <option key={one.model}>{one.model}</option>
            ))}
          </SelectField>
        )}
        <SelectField label="GPU" value={entry.id} onChange={(event) => setGpu(event.target.value)}>
          {served.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </SelectField>
        <SelectField label="Weights now" value={input.bits} onChange={(event) => setBits(Number(event.target.value))}>
          <option value={16}>16 bits</option>
          <option value={8}>8 bits</option>
        </SelectField>
        {fields.map((field) => (
          <TextField
            key={field.name}
            label={field.name === 'monthlyCost' ? `${field.label}, ${currency}` : field.label}
            className="num"
            inputMode="decimal"
            error={wrong?.name === field.name ? 'Give a number above 0' : undefined}
            value={textOf(field.name)}
            onChange={(event) => setTexts({ ...texts, [field.name]: event.target.value })}
          />
        ))}
      </div>
      {!wrong && <EfficiencyTable input={input} currency={currency} />}
    </>
  )
}

function EfficiencyTable({ input, currency }: { input: EfficiencyInput; currency: string }) {
  const money = (value: number) => formatMoney(value.toFixed(0), currency, 0)
  return (
    <TableFrame label="Model efficiency">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="n">
              Weights, GB
            </th>
            <th scope="col" className="n">
              GPUs a replica
            </th>
            <th scope="col" className="n">
              Replicas
            </th>
            <th scope="col" className="n">
              Throughput
            </th>
            <th scope="col" className="n">
              Saved a month
            </th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {efficiencyRows(input).map((row) => (
            <tr key={row.label}>
              <td>{row.label}</td>
              <td className="n">{row.weightsGb === null ? '' : row.weightsGb.toFixed(0)}</td>
              <td className="n">{row.gpusPerReplica}</td>
              <td className="n">{row.replicas}</td>
              <td className="n">{row.factor && `${row.factor.expected}×, published to ${row.factor.cap}×`}</td>
              <td className="n">
                {row.saving ? (
                  `${money(row.saving.low)} – ${money(row.saving.high)}`
                ) : row.label === 'Now' ? (
                  ''
                ) : (
                  <Missing>{row.note}</Missing>
                )}
              </td>
              <td className="ink2 wrap" style={{ minWidth: '16rem' }}>
                {row.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
