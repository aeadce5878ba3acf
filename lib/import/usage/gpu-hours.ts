/** SQL for `gpus` (an exact decimal of 12 places) held from `starts` to `ends`, in hours of 12 places, halves rounded up; exact until there. */
export function gpuHoursSql(gpus: string, starts: string, ends: string): string {
  const units = `CAST(CAST(${gpus} AS DECIMAL(28, 12)) * 1000000000000 AS HUGEINT)`
  const milliseconds = `CAST(epoch_ms(${ends}) - epoch_ms(${starts}) AS HUGEINT)`
  return `(CAST((${units} * ${milliseconds} + 1800000) // 3600000 AS DECIMAL(38, 0)) * CAST(0.000000000001 AS DECIMAL(12, 12)))`
}

/** SQL for the GPUs that make `hours` from `starts` to `ends`; null where no time passes. Rounded to 12 places. */
export function gpusSql(hours: string, starts: string, ends: string): string {
  const passed = `(epoch_ms(${ends}) - epoch_ms(${starts}))`
  return `CASE WHEN ${passed} > 0 THEN CAST(round(CAST(${hours} AS DOUBLE) * 3600000 / ${passed}, 12) AS DECIMAL(28, 12)) END`
}
