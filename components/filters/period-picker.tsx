'use client'

import type { FormEvent } from 'react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/button.tsx'
import { Option, Popover } from '@/components/ui/popover.tsx'
import { presetOf, shiftPeriod } from '@/lib/core/filter-edit.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import type { Period } from '@/lib/core/period.ts'
import { addDays, dayCount, isDay, periodPresets, presetPeriod } from '@/lib/core/period.ts'
import { useFilter, usePageData } from './filter-context.tsx'

/** The period before, the period with its presets and two dates, the period after. */
export function PeriodPicker() {
  const { filter, setFilter } = useFilter()
  const { asOf } = usePageData()
  const step = (direction: -1 | 1) => {
    const period = shiftPeriod(filter.period, direction, asOf)
    if (period) setFilter({ ...filter, period, preset: presetOf(period, asOf) })
  }
  const preset = periodPresets.find((p) => p.key === filter.preset)
  return (
    <span className="join">
      <IconButton icon="left" label="Previous period" data-shortcut="previous-period" onClick={() => step(-1)} />
      <Popover
        name={`Period: ${formatPeriod(filter.period)}`}
        label={
          <>
            <b className="med">{formatPeriod(filter.period)}</b>
            {preset && <span className="v">{preset.label.toLowerCase()}</span>}
          </>
        }
      >
        {(close) => (
          <>
            {periodPresets.map(({ key, label }) => (
              <Option
                key={key}
                selected={key === filter.preset}
                hint={formatPeriod(presetPeriod(key, asOf), true)}
                onSelect={() => {
                  setFilter({ ...filter, preset: key, period: presetPeriod(key, asOf) })
                  close()
                }}
              >
                {label}
              </Option>
            ))}
            <CustomPeriod
              period={filter.period}
              onApply={(period) => {
                setFilter({ ...filter, preset: null, period })
                close()
              }}
            />
          </>
        )}
      </Popover>
      <IconButton
        icon="right"
        label="Next period"
        data-shortcut="next-period"
        disabled={shiftPeriod(filter.period, 1, asOf) === null}
        onClick={() => step(1)}
      />
    </span>
  )
}

/** Two dates, the last one included, as people count. */
function CustomPeriod({ period, onApply }: { period: Period; onApply: (period: Period) => void }) {
  const [from, setFrom] = useState(period.from)
  const [last, setLast] = useState(addDays(period.to, -1))
  const valid = isDay(from) && isDay(last) && from <= last
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (valid) onApply({ from, to: addDays(last, 1) })
  }
  return (
    <form className="foot dates" onSubmit={submit}>
      <input
        className="input"
        type="date"
        aria-label="First day"
        value={from}
        onChange={(e) => setFrom(e.target.value)}
      />
      <span>to</span>
      <input
        className="input"
        type="date"
        aria-label="Last day"
        value={last}
        onChange={(e) => setLast(e.target.value)}
      />
      <span className="days">
        {valid ? `${dayCount({ from, to: addDays(last, 1) })} days, UTC` : 'ends before it starts'}
      </span>
      <button type="submit" className="btn solid" disabled={!valid}>
        Apply
      </button>
    </form>
  )
}
