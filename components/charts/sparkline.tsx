const WIDTH = 76
const HEIGHT = 20

/** A line of 76 by 20 px over its hairline, which is zero; a null is a gap. The figures stand in the row beside it. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((v) => v !== null)
  if (known.length === 0) return null
  const high = Math.max(0, ...known)
  const low = Math.min(0, ...known)
  const y = (value: number) => round(HEIGHT - 2.5 - ((value - low) / (high - low || 1)) * (HEIGHT - 5))
  const x = (at: number) => round(values.length === 1 ? WIDTH - 3 : (at * (WIDTH - 3)) / (values.length - 1))
  let path = ''
  let pen = 'M'
  let end: { x: number; y: number } | null = null
  values.forEach((value, at) => {
    if (value === null) {
      pen = 'M'
      return
    }
    path += `${pen}${x(at)} ${y(value)}`
    pen = 'L'
    end = { x: x(at), y: y(value) }
  })
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1="0" x2={WIDTH - 3} y1={y(0) + 1} y2={y(0) + 1} />
      <path d={path} />
      {end && <Dot {...(end as { x: number; y: number })} />}
    </svg>
  )
}

function Dot({ x, y }: { x: number; y: number }) {
  return <circle cx={x} cy={y} r="1.8" />
}

const round = (value: number) => Math.round(value * 10) / 10
