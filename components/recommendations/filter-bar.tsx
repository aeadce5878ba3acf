'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { Select } from '@/components/ui/field.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import type { FindingList, FindingRow } from '@/lib/recommendations/read-findings.ts'
import type { FilterName } from './finding-filter.ts'
import { choicesOf, filterNames, filterOf } from './finding-filter.ts'
import { gradeNames, leverNames } from './words.ts'

const lists: readonly { value: FindingList; label: string }[] = [
  { value: 'to-do', label: 'Open and planned' },
  { value: 'done', label: 'Done' },
  { value: 'dismissed', label: 'Dismissed' },
  { value: 'closed', label: 'Closed' },
]

const labels: Record<FilterName, string> = {
  team: 'Team',
  project: 'Project',
  rule: 'Rule',
  lever: 'Lever',
  confidence: 'Confidence',
  effort: 'Effort',
}

function labelOf(name: FilterName, value: string, row: FindingRow): string {
  if (value === '~') return 'none or several'
  if (name === 'rule') return `${row.number} ${row.title}`
  if (name === 'lever') return leverNames[row.lever]
  if (name === 'confidence') return `${value}, ${gradeNames[row.grade]}`
  return value
}

/** Which list, and what it is narrowed by; both live in the URL. */
export function FindingFilterBar({ list, rows }: { list: FindingList; rows: readonly FindingRow[] }) {
  const router = useRouter()
  const query = useSearchParams()
  const filter = filterOf(query)
  const go = (change: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(query)
    change(next)
    router.replace(`/recommendations?${next}`, { scroll: false })
  }
  return (
    <div className="bar acts-row">
      <Segments
        label="Which findings"
        value={list}
        options={lists}
        onChange={(value) => go((next) => (value === 'to-do' ? next.delete('list') : next.set('list', value)))}
      />
      {filterNames.map((name) => (
        <Select
          key={name}
          aria-label={labels[name]}
          value={filter[name] ?? ''}
          onChange={(event) =>
            go((next) => (event.target.value === '' ? next.delete(name) : next.set(name, event.target.value)))
          }
        >
          <option value="">{labels[name]}: all</option>
          {choicesOf(rows, name, (value, row) => labelOf(name, value, row)).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      ))}
    </div>
  )
}
