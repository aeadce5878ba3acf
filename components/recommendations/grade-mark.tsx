import type { Grade } from '@/lib/recommendations/finding.ts'
import { gradeNames } from './words.ts'

/** The letter of a finding's confidence. */
export function GradeMark({ grade }: { grade: Grade }) {
  return (
    <span className={`grade ${grade}`} title={`Confidence ${grade}: ${gradeNames[grade]}`}>
      {grade}
    </span>
  )
}

/** What the letters mean. */
export function GradeKey() {
  return (
    <span className="ink3 acts-row">
      {(Object.keys(gradeNames) as Grade[]).map((grade) => (
        <span key={grade} className="nowrap">
          <GradeMark grade={grade} /> {gradeNames[grade]}
        </span>
      ))}
    </span>
  )
}
