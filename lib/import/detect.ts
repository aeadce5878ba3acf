import type { FileFormat, Header } from '@/lib/import/format.ts'

/** A format that nearly fits: the columns it misses, alternatives joined by `or`. */
type Candidate = { format: string; label: string; missing: string[] }

/** Exactly one format, or why there is none. */
export type Detection<F extends FileFormat> = { format: F } | { problem: string; nearest: Candidate[] }

const shownCandidates = 3

function missing(format: FileFormat, header: Header): string[] {
  return format.requires.filter((group) => !header.has(...group)).map((group) => group.join(' or '))
}

function claims(format: FileFormat, header: Header): boolean {
  if (format.requires.length === 0 || missing(format, header).length > 0) return false
  if (header.has(...format.excludes)) return false
  return format.matches?.(header) ?? true
}

/** Formats of which the header has some columns: best fit first, after them those that it contradicts. A layout that would be refused is no help. */
function nearest(header: Header, formats: readonly FileFormat[]): Candidate[] {
  return formats
    .filter((format) => format.requires.length > 0 && !format.refuse)
    .map((format) => ({ format, gaps: missing(format, header), against: Number(header.has(...format.excludes)) }))
    .filter(({ format, gaps }) => gaps.length < format.requires.length)
    .sort(
      (a, b) =>
        a.against - b.against || a.gaps.length / a.format.requires.length - b.gaps.length / b.format.requires.length,
    )
    .slice(0, shownCandidates)
    .map(({ format, gaps }) => ({ format: format.id, label: format.label, missing: gaps }))
}

function explain(candidates: readonly Candidate[]): string {
  const [best] = candidates
  if (!best) return 'The columns are those of no format known here.'
  if (best.missing.length === 0) return `The columns nearly fit ${best.label}, but others in the file contradict it.`
  return `No format fits the columns. The nearest, ${best.label}, also needs: ${best.missing.join(', ')}.`
}

/** Finds the one format whose columns the header has. A format with `refuse` set is returned like any other. */
export function detect<F extends FileFormat>(header: Header, formats: readonly F[]): Detection<F> {
  const claiming = formats.filter((format) => claims(format, header))
  const [only] = claiming
  if (only && claiming.length === 1) return { format: only }
  if (only) {
    const labels = claiming.map(({ label }) => label)
    return {
      problem: `The columns fit more than one format: ${labels.join(' and ')}.`,
      nearest: claiming.map(({ id, label }) => ({ format: id, label, missing: [] })),
    }
  }
  const candidates = nearest(header, formats)
  return { problem: explain(candidates), nearest: candidates }
}
