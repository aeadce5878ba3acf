'use client'

import { useState } from 'react'
import { Chip } from '@/components/ui/chip.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Option, Popover } from '@/components/ui/popover.tsx'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import type { Clause } from '@/lib/core/filter.ts'
import { clauseText, withClause, withoutClause } from '@/lib/core/filter-edit.ts'
import { useFilter } from './filter-context.tsx'
import { ValueList } from './value-list.tsx'

/** Every clause as a chip whose value opens its list, and the button that adds one. */
export function FilterChips({ currency }: { currency: string | null }) {
  const { filter, setFilter } = useFilter()
  return (
    <>
      {filter.clauses.map((clause) => (
        <ClauseChip key={`${clause.dimension}-${clause.negated}`} clause={clause} currency={currency} />
      ))}
      <Popover
        className="chip add"
        chevron={false}
        shortcut="filter"
        label={
          <>
            <Icon name="plus" small />
            Filter
          </>
        }
      >
        {(close) => (
          <NewClause
            currency={currency}
            onApply={(clause) => {
              setFilter(withClause(filter, clause))
              close()
            }}
          />
        )}
      </Popover>
    </>
  )
}

function ClauseChip({ clause, currency }: { clause: Clause; currency: string | null }) {
  const { filter, setFilter } = useFilter()
  const text = clauseText(clause)
  return (
    <Chip
      field={text.field}
      operator={text.operator}
      onRemove={() => setFilter(withoutClause(filter, clause))}
      value={
        <Popover
          className="val"
          chevron={false}
          label={text.value}
          name={`${text.field} ${text.operator} ${text.value}`}
        >
          {(close) => (
            <ValueList
              dimension={clause.dimension}
              initial={clause}
              currency={currency}
              onApply={(next) => {
                setFilter(withClause(withoutClause(filter, clause), next))
                close()
              }}
            />
          )}
        </Popover>
      }
    />
  )
}

function NewClause({ currency, onApply }: { currency: string | null; onApply: (clause: Clause) => void }) {
  const [key, setKey] = useState<DimensionKey | null>(null)
  if (key === null) {
    return dimensions.map((d) => (
      <Option key={d.key} onSelect={() => setKey(d.key)}>
        {d.label}
      </Option>
    ))
  }
  const initial: Clause = { dimension: key, negated: false, values: [] }
  return <ValueList dimension={key} initial={initial} currency={currency} onApply={onApply} />
}
