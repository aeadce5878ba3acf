'use client'

import { Option, Popover } from '@/components/ui/popover.tsx'
import type { IdleMode } from '@/lib/core/idle-mode.ts'
import { idleModes } from '@/lib/core/idle-mode.ts'
import { useFilter } from './filter-context.tsx'

const idleTexts: Record<IdleMode, { short: string; name: string; does: string }> = {
  separate: { short: 'own line', name: 'On its own line', does: 'Idle GPU time stands beside the teams as one line.' },
  shared: {
    short: 'shared',
    name: 'Shared',
    does: 'Those who held GPUs of a machine that day pay for its idle time, by hours held.',
  },
  owner: {
    short: 'with owner',
    name: 'With its owner',
    does: 'Held and idle: who held it pays. Held by nobody: whom the machine belongs to.',
  },
}

/** Where the cost of idle GPU time goes; the total is the same in all three. */
export function IdlePicker() {
  const { filter, setFilter } = useFilter()
  const { short, name } = idleTexts[filter.idle]
  return (
    <Popover
      name={`Idle time: ${name.toLowerCase()}`}
      label={
        <>
          <span className="v">Idle</span>
          {short}
        </>
      }
    >
      {(close) =>
        idleModes.map((idle) => (
          <Option
            key={idle}
            selected={idle === filter.idle}
            onSelect={() => {
              setFilter({ ...filter, idle })
              close()
            }}
          >
            {idleTexts[idle].name}
            <small>{idleTexts[idle].does}</small>
          </Option>
        ))
      }
    </Popover>
  )
}
