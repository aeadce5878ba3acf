import type { Column } from '@/lib/import/format.ts'
import type { RowReader } from './row-reader.ts'

/** How many slices a GPU is cut into at most, by what its name says; koku's docs/architecture/mig-gpu-support.md. */
const MOST_SLICES: readonly { pattern: string; slices: number }[] = [
  { pattern: '(A100|A800|H100|H800|H200|H20|GH200|B200|GB200|B300|GB300)', slices: 7 },
  { pattern: '(A30|RTX[ _-]*PRO[ _-]*6000)', slices: 4 },
  { pattern: '(RTX[ _-]*PRO[ _-]*5000)', slices: 2 },
]

/** `1g.10gb`, `MIG 3g.40gb`, `1g.10gb+me`; of `1c.3g.40gb`, a part of an instance, the compute slices count. */
const PROFILE = '(?:mig[ -]?)?(?:([1-7])c\\.)?([1-7])g\\.[0-9]+gb(?:[+.-].*)?'

/** The slices of a MIG profile; null when the text is none. */
export function migSlices(profile: string): number | null {
  const found = new RegExp(`^${PROFILE}$`, 'i').exec(profile.trim())
  return found ? Number(found[1] ?? found[2]) : null
}

/** How many slices a GPU of this name has; null when that is not known. */
export function mostSlices(gpuName: string): number | null {
  return MOST_SLICES.find(({ pattern }) => new RegExp(named(pattern), 'i').test(gpuName))?.slices ?? null
}

function named(pattern: string): string {
  return `(^|[^a-z0-9])${pattern}([^a-z0-9]|$)`
}

/**
 * Reads a MIG profile as the part of a GPU that it is, slices over the most that the GPU has, into `mig_gpus`; `model` is the SQL of the
 * GPU's name, `profile` that of the profile where it is not the column's text. Null where the row names no profile.
 */
export function readMig(row: RowReader, column: Column | null, model: string, profile?: string): void {
  row.set('mig_profile', profile ?? (column && `nullif(trim(${column}), '')`))
  const part = (n: number) => `nullif(regexp_extract(mig_profile, '^${PROFILE}$', ${n}, 'i'), '')`
  row.set('mig_slices', `CAST(coalesce(${part(1)}, ${part(2)}) AS INTEGER)`)
  const cases = MOST_SLICES.map(
    ({ pattern, slices }) => `WHEN regexp_matches(${model}, '${named(pattern)}', 'i') THEN ${slices}`,
  )
  row.set('mig_most', `CASE ${cases.join(' ')} END`)
  row.set('mig_gpus', `CAST(round(mig_slices / CAST(mig_most AS DOUBLE), 12) AS DECIMAL(28, 12))`)
  row.check(column, 'mig_profile IS NOT NULL AND mig_slices IS NULL', 'not a MIG profile such as 1g.10gb')
  row.check(
    column,
    'mig_slices IS NOT NULL AND mig_most IS NULL',
    'the name of the GPU does not say how many MIG slices it has',
  )
  row.check(column, 'mig_slices > mig_most', 'more MIG slices than this GPU has')
}
