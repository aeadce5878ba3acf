'use client'

import { useEffect, useRef, useState } from 'react'
import { useSpend } from '@/components/query/use-spend.ts'
import { Segments } from '@/components/ui/segments.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimension, valueLabel } from '@/lib/core/dimensions.ts'
import type { Clause } from '@/lib/core/filter.ts'
import { withoutClause } from '@/lib/core/filter-edit.ts'
import { formatMoney } from '@/lib/core/format.ts'
import { useFilter } from './filter-context.tsx'

const MOST_SHOWN = 100

/** The values of a dimension with what each one costs in this view, to tick; "is" or "is not"; and the button that applies. */
export function ValueList(props: {
  dimension: DimensionKey
  initial: Clause
  currency: string | null
  onApply: (clause: Clause) => void
}) {
  const { filter } = useFilter()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const [search, setSearch] = useState('')
  const [negated, setNegated] = useState(props.initial.negated)
  const [chosen, setChosen] = useState(new Set(props.initial.values))
  const others = withoutClause(withoutClause(filter, { ...props.initial, negated: true }), {
    ...props.initial,
    negated: false,
  })
  const { data, error } = useSpend('values', { ...others, group: props.dimension, compare: false })
  const values = mergeCurrencies(data ?? [], props.currency)
  const wanted = search.trim().toLowerCase()
  const matching = values.filter((row) => valueLabel(props.dimension, row.value).toLowerCase().includes(wanted))
  const toggle = (value: string | null) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    setChosen(next)
  }
  const plural = dimension(props.dimension)?.plural ?? 'values'
  return (
    <div className="values">
      <div className="search">
        <input
          ref={box}
          aria-label={`Find among ${plural}`}
          placeholder={`Find among ${plural}`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Segments
          label="Operator"
          value={negated ? 'not' : 'is'}
          options={[
            { value: 'is', label: 'is' },
            { value: 'not', label: 'is not' },
          ]}
          onChange={(operator) => setNegated(operator === 'not')}
        />
      </div>
      {error && <p className="foot">{error.message}</p>}
      {!data && !error && <TableSkeleton rows={4} />}
      <div className="options">
        {matching.slice(0, MOST_SHOWN).map((row) => (
          <label className="opt" key={row.value ?? '~'}>
            <input type="checkbox" checked={chosen.has(row.value)} onChange={() => toggle(row.value)} />
            <span className={row.value === null ? 't ink2' : 't'}>{valueLabel(props.dimension, row.value)}</span>
            <span className="k">{row.text}</span>
          </label>
        ))}
      </div>
      <div className="foot">
        <span>
          {matching.length > MOST_SHOWN
            ? `${MOST_SHOWN} of ${matching.length} ${plural}`
            : `${matching.length} ${plural}`}
        </span>
        <button
          type="button"
          className="btn solid"
          disabled={chosen.size === 0 && props.initial.values.length === 0}
          onClick={() => props.onApply({ dimension: props.dimension, negated, values: [...chosen] })}
        >
          Apply
        </button>
      </div>
    </div>
  )
}

type Value = { value: string | null; text: string }

/** One line a value: its amount in the view's currency, else in the first one it has. */
function mergeCurrencies(
  rows: readonly { value: string | null; currency: string; cost: string | null }[],
  currency: string | null,
): Value[] {
  const byValue = new Map<string | null, Value & { main: boolean }>()
  for (const row of rows) {
    const main = row.currency === currency
    const known = byValue.get(row.value)
    if (known && (known.main || !main)) continue
    const text = row.cost === null ? 'not stated' : formatMoney(row.cost, row.currency)
    byValue.set(row.value, { value: row.value, text, main })
  }
  return [...byValue.values()]
}
