/** A share in text with a bar of up to 44 px behind it; the widest share of the column fills the bar. */
export function ShareBar({ text, ratio, widest }: { text: string; ratio: number; widest: number }) {
  const width = widest > 0 ? Math.max(0, (ratio / widest) * 44) : 0
  return (
    <span className="share">
      {text}
      <span className="trk hn">
        <i style={{ width: width > 0 ? Math.max(1, width) : 0 }} />
      </span>
    </span>
  )
}

/** Parts of one whole side by side: greys for pricing (p1 to p3), or a solid ground and hatches for usage states (sx, si, su, sm). */
export function SplitBar({
  parts,
  width = 96,
}: {
  parts: readonly { className: string; value: number }[]
  width?: number
}) {
  const total = parts.reduce((sum, part) => sum + Math.max(0, part.value), 0)
  if (total <= 0) return null
  let x = 0
  return (
    <svg width={width} height="8" viewBox={`0 0 ${width} 8`} aria-hidden="true">
      {parts.map((part) => {
        const size = (Math.max(0, part.value) / total) * width
        const at = x
        x += size
        if (size === 0) return null
        return outlined(part.className) ? (
          <rect
            key={part.className}
            className={part.className}
            x={at + 0.5}
            y=".5"
            width={Math.max(0.5, size - 2)}
            height="7"
          />
        ) : (
          <rect key={part.className} className={part.className} x={at} width={Math.max(0.8, size - 1)} height="8" />
        )
      })}
    </svg>
  )
}

/** Grounds with a stroke of their own, which needs its place. */
const outlined = (className: string) => ['p3', 'sm', 'si', 'su', 'sn'].includes(className)
