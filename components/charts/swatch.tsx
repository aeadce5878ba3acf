import type { Paint } from './paint.ts'

/** The 10 px square that ties a name to its series. */
export function Swatch({ paint }: { paint: Paint }) {
  return (
    <svg className="sw" viewBox="0 0 10 10" aria-hidden="true">
      {paint.stroke ? (
        <rect
          x=".5"
          y=".5"
          width="9"
          height="9"
          rx="1.5"
          fill={paint.fill}
          stroke={paint.stroke}
          strokeDasharray={paint.dashed ? '2 2' : undefined}
        />
      ) : (
        <rect width="10" height="10" rx="2" fill={paint.fill} />
      )}
    </svg>
  )
}
