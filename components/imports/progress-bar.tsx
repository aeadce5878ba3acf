/** A bar of 6 px with its name; `done` of `total`, or a bar without a value while the total is unknown. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  if (total <= 0) return <progress className="progress" aria-label={label} />
  return <progress className="progress" aria-label={label} value={Math.min(done, total)} max={total} />
}
