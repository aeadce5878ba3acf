'use client'

import { useActiveTooltipLabel, usePlotArea, XAxis, YAxis } from 'recharts'
import { formatDayShort } from '@/lib/core/format-date.ts'
import type { Day, Grain } from '@/lib/core/period.ts'

const AXIS_WIDTH = 44

type TickProps = { x: number | string; y: number | string; payload: { value: string | number; index: number } }

/** Amounts at the left, aligned left, over hairlines; `format` makes them short. */
export function ValueAxis({ ticks, format }: { ticks: readonly number[]; format: (value: number) => string }) {
  const low = ticks[0] ?? 0
  const high = ticks.at(-1) ?? 1
  return (
    <YAxis
      width={AXIS_WIDTH}
      domain={[low, high]}
      ticks={[...ticks]}
      interval={0}
      axisLine={false}
      tickLine={false}
      tick={(props: TickProps) => (
        <text x={0} y={Number(props.y) + 4} className="ax">
          {format(Number(props.payload.value))}
        </text>
      )}
    />
  )
}

/** Time along the bottom: as many labels as fit, the hovered one strong. */
export function TimeAxis({ buckets, grain }: { buckets: readonly Day[]; grain: Grain }) {
  return (
    <XAxis
      dataKey="bucket"
      height={24}
      interval={0}
      tickLine={false}
      axisLine={false}
      tick={(props: TickProps) => (
        <TimeTick x={Number(props.x)} at={props.payload.index} buckets={buckets} grain={grain} />
      )}
    />
  )
}

function TimeTick({ x, at, buckets, grain }: { x: number; at: number; buckets: readonly Day[]; grain: Grain }) {
  const plot = usePlotArea()
  const active = useActiveTooltipLabel()
  const bucket = buckets[at]
  if (!plot || bucket === undefined) return null
  const room = plot.width / buckets.length
  const activeAt = active === undefined ? -1 : buckets.indexOf(String(active))
  const text = tickText(bucket, at, grain, room)
  const strong = activeAt === at
  const crowded = activeAt >= 0 && !strong && Math.abs(activeAt - at) * room < leastRoom(grain)
  if (!strong && (crowded || at % Math.max(1, Math.ceil(leastRoom(grain) / room)) !== 0)) return null
  return (
    <text x={x} y={plot.y + plot.height + 17} textAnchor="middle" className={strong ? 'ax st' : 'ax'}>
      {text}
    </text>
  )
}

/** How many pixels a label of this grain needs. */
const leastRoom = (grain: Grain) => (grain === 'day' ? 24 : grain === 'week' ? 50 : 38)

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `Thu 12` where there is room, else `12`, with the month at the first and at each turn; `Nov 25` and then months alone. */
function tickText(bucket: Day, at: number, grain: Grain, room: number): string {
  const [date, month] = formatDayShort(bucket).split(' ')
  if (grain === 'month') return at === 0 || month === 'Jan' ? `${month} ${bucket.slice(2, 4)}` : `${month}`
  if (grain === 'week') return `${date} ${month}`
  if (room >= 46) return `${weekdays[new Date(`${bucket}T00:00:00Z`).getUTCDay()]} ${date}`
  return at === 0 || date === '1' ? `${date} ${month}` : `${date}`
}
