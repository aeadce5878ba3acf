/**
 * The grounds of absence, once per page: charts and swatches refer to them as url(#h-...). Diagonal: nobody's, or held by nobody. Lines:
 * held and idle, or a GPU that the catalogue does not know. Dots: a commitment nobody used, or no GPU at all.
 */
export function HatchPatterns() {
  return (
    <svg className="swatch-defs" aria-hidden="true">
      <defs>
        <pattern id="h-unallocated" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--chart-absence-bg)" />
          <rect width="1.3" height="5" fill="var(--chart-unallocated)" />
        </pattern>
        <pattern id="h-unknown" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--chart-absence-bg)" />
          <rect width="4" height="1" fill="var(--chart-idle)" />
        </pattern>
        <pattern id="h-idle" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--chart-absence-bg)" />
          <rect width="4" height="1" fill="var(--chart-idle)" />
        </pattern>
        <pattern id="h-unused" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--chart-absence-bg)" />
          <circle cx="2" cy="2" r=".9" fill="var(--chart-unused)" />
        </pattern>
        <pattern id="h-none" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" fill="var(--chart-absence-bg)" />
          <circle cx="2" cy="2" r=".9" fill="var(--chart-unused)" />
        </pattern>
      </defs>
    </svg>
  )
}
