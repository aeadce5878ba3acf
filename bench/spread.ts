/** Milliseconds as `median 4136 ms, p95 5245 ms, most 5245 ms`. */
export function spread(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)} ms`
  return `median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`
}
