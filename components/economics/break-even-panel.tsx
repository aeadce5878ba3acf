'use client'

import { useState } from 'react'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import { inferenceThroughputs } from '@/lib/catalog/inference-throughput.ts'
import { formatCompact, formatMoney, formatPercent } from '@/lib/core/format.ts'
import { BreakEvenCurveLazy } from './break-even-curve-lazy.tsx'
import { breakEven } from './break-even-numbers.ts'
import type { OwnRate } from './plan-rows.ts'

const fields = [
  { name: 'pricePerGpuHour', label: 'Your rate, USD a GPU hour' },
  { name: 'millionOut', label: 'Tokens written a month, millions' },
  { name: 'inPerOut', label: 'Tokens read for each written' },
  { name: 'peak', label: 'Peak over mean' },
  { name: 'minReplicas', label: 'Least replicas' },
  { name: 'operations', label: 'Operations on top, %' },
] as const

const usd = (value: number, digits = 0) => formatMoney(value.toFixed(4), 'USD', digits)
const verdicts = {
  api: 'The API is cheaper by 30% or more',
  'self-hosted': 'Own machines are cheaper by 30% or more',
  close: 'Too close to call',
}

/** API or self-hosted: a model on a GPU class against a list price, both ways, with the break-even volume. */
export function BreakEvenPanel({ prices, own }: { prices: readonly ApiPrice[]; own: readonly OwnRate[] }) {
  const [row, setRow] = useState(
    inferenceThroughputs.findIndex(
      ({ model, lengths, gpu }) => model === 'Llama 3.3 70B' && lengths === '1000/1000' && gpu === 'H100',
    ),
  )
  const [priceName, setPriceName] = useState('openai/gpt-4.1-mini')
  const [texts, setTexts] = useState<Record<string, string>>({
    millionOut: '1000',
    inPerOut: '4',
    peak: '3',
    minReplicas: '2',
    operations: '20',
  })
  const published = inferenceThroughputs[row]
  const price = prices.find(({ vendor, model }) => `${vendor}/${model}` === priceName) ?? prices[0]
  const rate = own.find(
    ({ gpuClass }) => published && (gpuClass === published.gpu || gpuClass.startsWith(`${published.gpu}-SXM`)),
  )
  const textOf = (name: string) =>
    texts[name] ?? (name === 'pricePerGpuHour' ? (rate?.onDemand ?? rate?.committed ?? 2).toFixed(2) : '')
  const number = (name: string) => Number(textOf(name))
  const wrong = fields.find(({ name }) => !(number(name) > 0) && !(name === 'operations' && number(name) === 0))
  if (!published || !price) return null
  return (
    <>
      <div className="form two">
        <SelectField
          label="Model, lengths, GPU"
          value={row}
          onChange={(event) => setRow(Number(event.target.value))}
          hint={`${formatCompact(published.outputTokensPerSecond)} tokens a second on ${published.gpus}, ${published.precision}; full load, no latency target`}
        >
          {inferenceThroughputs.map((one, index) => (
            <option key={`${one.model} ${one.lengths} ${one.gpu}`} value={index}>
              {one.model}, {one.lengths}, {one.gpus} × {one.gpu}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="API price"
          value={`${price.vendor}/${price.model}`}
          onChange={(event) => setPriceName(event.target.value)}
          hint={`${price.usdPerMillionIn} in, ${price.usdPerMillionOut} out a million; ${price.source}`}
        >
          {prices.map(({ vendor, model }) => (
            <option key={`${vendor}/${model}`}>
              {vendor}/{model}
            </option>
          ))}
        </SelectField>
        {fields.map(({ name, label }) => (
          <TextField
            key={name}
            label={label}
            className="num"
            inputMode="decimal"
            error={wrong?.name === name ? 'Give a number above 0' : undefined}
            hint={
              name === 'pricePerGpuHour' && texts.pricePerGpuHour === undefined && rate
                ? 'your bills of the last 30 days'
                : undefined
            }
            value={textOf(name)}
            onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
          />
        ))}
      </div>
      {!wrong && (
        <Answer
          found={breakEven({
            tokensPerSecond: published.outputTokensPerSecond,
            gpusPerReplica: published.gpus,
            pricePerGpuHour: number('pricePerGpuHour'),
            minReplicas: number('minReplicas'),
            millionOut: number('millionOut'),
            inPerOut: number('inPerOut'),
            peak: number('peak'),
            operations: number('operations') / 100,
            apiIn: Number(price.usdPerMillionIn),
            apiOut: Number(price.usdPerMillionOut),
          })}
        />
      )}
    </>
  )
}

function Answer({ found }: { found: ReturnType<typeof breakEven> }) {
  return (
    <>
      <DescriptionList
        items={[
          { key: 'verdict', name: 'Verdict', value: <b>{verdicts[found.verdict]}</b> },
          {
            key: 'own',
            name: 'Own machines a month',
            value: `${usd(found.selfHosted)}: ${found.replicas} replicas at ${usd(found.machines)}, operations on top`,
          },
          { key: 'api', name: 'API a month', value: usd(found.api) },
          {
            key: 'even',
            name: 'Break-even volume',
            value:
              found.breakEvenMillionOut === null
                ? 'none'
                : `${formatCompact(found.breakEvenMillionOut * 1e6)} tokens written a month, on these machines`,
          },
          { key: 'use', name: 'Use of capacity', value: formatPercent(Math.min(1, found.use)) },
          {
            key: 'unit',
            name: 'A million tokens written',
            value: `${usd(found.perMillionOut, 2)} on machines, ${usd(found.apiPerMillionOut, 2)} by API with what is read`,
          },
        ]}
      />
      <p className="note">Cost of a million tokens written, by use of capacity; the dot is the volume above.</p>
      <BreakEvenCurveLazy points={found.curve} api={found.apiPerMillionOut} at={found.at} height={220} />
    </>
  )
}
