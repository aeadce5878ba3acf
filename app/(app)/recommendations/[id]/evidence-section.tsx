import Link from 'next/link'
import { evidenceHref } from '@/components/recommendations/evidence-href.ts'
import { Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { EvidenceRow } from '@/lib/recommendations/finding.ts'

/** What the finding rests on; rows open into charges and usage. */
export function EvidenceSection({ rows, asOf }: { rows: readonly EvidenceRow[]; asOf: string }) {
  return (
    <Section
      title="Evidence"
      note={`${rows.length} ${rows.length === 1 ? 'row' : 'rows'}; names open into their charges`}
    >
      <TableFrame label="Evidence">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="n">
                Value
              </th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const href = evidenceHref(row.link, asOf)
              return (
                <tr key={`${row.label} ${row.value} ${row.note}`}>
                  <td className="wrap">
                    {href ? (
                      <Link href={href} prefetch={false}>
                        {row.label}
                      </Link>
                    ) : (
                      row.label
                    )}
                  </td>
                  <td className="n wrap">{row.value}</td>
                  <td className="ink2 wrap">{row.note}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}
