import type { HeatMapRow } from '@/lib/spend/heat-map.ts'

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** An hour of the week: null where nothing was held, utilisation null where it was not measured. */
export type HeatCell = { weekday: number; hour: number; held: number | null; utilisation: number | null; step: Step }

/** 0: nothing, 1 to 5: how much, unknown: held and not measured. */
type Step = 0 | 1 | 2 | 3 | 4 | 5 | 'unknown'

/** The week as seven rows of 24 cells. Utilisation steps by 20%; hours by fifths of the fullest hour. */
export function heatCells(rows: readonly HeatMapRow[], measure: 'utilisation' | 'held'): HeatCell[][] {
  const most = Math.max(0, ...rows.map((row) => Number(row.held)))
  return weekdays.map((_, day) =>
    Array.from({ length: 24 }, (_, hour) => {
      const row = rows.find((r) => r.weekday === day + 1 && r.hour === hour)
      const held = row ? Number(row.held) : null
      const utilisation = row?.utilisation ?? null
      return { weekday: day, hour, held, utilisation, step: stepOf(held, utilisation, measure, most) }
    }),
  )
}

function stepOf(held: number | null, utilisation: number | null, measure: 'utilisation' | 'held', most: number): Step {
  if (held === null || held === 0) return 0
  if (measure === 'held') return fifth(held / most)
  return utilisation === null ? 'unknown' : fifth(utilisation)
}

function fifth(share: number): Step {
  return Math.min(5, Math.max(1, Math.ceil(share * 5))) as Step
}
