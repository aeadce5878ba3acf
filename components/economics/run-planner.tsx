'use client'

import { useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCompact, formatMoney } from '@/lib/core/format.ts'
import type { OwnRate, Plan } from './plan-rows.ts'
import { planRows } from './plan-rows.ts'

const LISTED = 14
const money = (value: number | null) =>
  value === null ? <span className="ink3">no price</span> : formatMoney(value.toFixed(0), 'USD', 0)

const fields = [
  { name: 'paramsB', label: 'Active parameters, billions', by: 'tokens' },
  { name: 'tokensT', label: 'Tokens, trillions', by: 'tokens' },
  { name: 'mfu', label: 'MFU, %', by: 'tokens', hint: 'Published runs: 14 to 51%' },
  { name: 'gpuHours', label: 'GPU hours', by: 'gpu-hours' },
  { name: 'gpus', label: 'GPUs at once' },
  { name: 'interrupted', label: 'Spot machines interrupted a month, %' },
  { name: 'checkpointHours', label: 'Hours between checkpoints' },
] as const

const start = {
  paramsB: '7',
  tokensT: '2',
  mfu: '40',
  gpuHours: '10000',
  gpus: '64',
  interrupted: '20',
  checkpointHours: '1',
}

/** Prices a run over classes, providers and ways of buying, as you type. */
export function RunPlanner({ own }: { own: readonly OwnRate[] }) {
  const [by, setBy] = useState<Plan['by']>('tokens')
  const [texts, setTexts] = useState<Record<string, string>>(start)
  const [statedClass, setStatedClass] = useState('H100-SXM-80GB')
  const number = (name: string) => Number(texts[name])
  const wrong = fields.find(
    ({ name }) => !(number(name) > 0) || ((name === 'mfu' || name === 'interrupted') && number(name) >= 100),
  )
  const plan: Plan = {
    by,
    statedClass,
    paramsB: number('paramsB'),
    tokensT: number('tokensT'),
    mfu: number('mfu') / 100,
    gpuHours: number('gpuHours'),
    gpus: number('gpus'),
    interrupted: number('interrupted') / 100,
    checkpointHours: number('checkpointHours'),
  }
  return (
    <>
      <div className="acts-row" style={{ marginBottom: 'var(--s-3)' }}>
        <Segments
          label="Planned by"
          value={by}
          options={[
            { value: 'tokens', label: 'Parameters and tokens' },
            { value: 'gpu-hours', label: 'GPU hours' },
          ]}
          onChange={setBy}
        />
      </div>
      <div className="form two">
        {fields
          .filter((field) => !('by' in field) || field.by === by)
          .map((field) => (
            <TextField
              key={field.name}
              label={field.label}
              className="num"
              inputMode="decimal"
              hint={'hint' in field ? field.hint : undefined}
              error={wrong?.name === field.name ? 'Give a number above 0' : undefined}
              value={texts[field.name] ?? ''}
              onChange={(event) => setTexts({ ...texts, [field.name]: event.target.value })}
            />
          ))}
        {by === 'gpu-hours' && (
          <SelectField label="Hours of" value={statedClass} onChange={(event) => setStatedClass(event.target.value)}>
            {['H100-SXM-80GB', 'H200', 'B200', 'A100-80GB', 'A100-40GB'].map((id) => (
              <option key={id}>{id}</option>
            ))}
          </SelectField>
        )}
      </div>
      {!wrong && <PlanTable plan={plan} own={own} />}
    </>
  )
}

function PlanTable({ plan, own }: { plan: Plan; own: readonly OwnRate[] }) {
  const rows = planRows(plan, own)
  const mine = rows.filter(({ from }) => from === 'your bills')
  const others = rows.filter(({ from }) => from !== 'your bills')
  return (
    <TableFrame label="Planned cost">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Price from</th>
            <th scope="col" className="n">
              GPU hours
            </th>
            <th scope="col" className="n">
              Days
            </th>
            <th scope="col" className="n">
              On demand
            </th>
            <th scope="col" className="n">
              Spot
            </th>
            <th scope="col" className="n">
              Committed
            </th>
          </tr>
        </thead>
        <tbody>
          {[...mine, ...others.slice(0, LISTED)].map((row) => (
            <tr key={row.key}>
              <td className={row.from === 'your bills' ? 'strong' : undefined}>{row.gpuClass}</td>
              <td className="ink2 wrap">{row.from}</td>
              <td className="n">{formatCompact(row.gpuHours)}</td>
              <td className="n">{formatCompact(row.days)}</td>
              <td className="n">{money(row.onDemand)}</td>
              <td className="n">{money(row.spot)}</td>
              <td className="n">{money(row.committed)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={7}>
              {Math.min(LISTED, others.length)} of {others.length} list prices, the cheapest first; USD; hours follow
              the dense BF16 peak
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}
