import type { Effort, Grade, Lever } from '@/lib/recommendations/finding.ts'
import type { FindingState } from '@/lib/recommendations/read-findings.ts'
import type { SavingCheck } from '@/lib/recommendations/saving-check.ts'

export const leverNames: Record<Lever, string> = {
  'model-efficiency': 'Model efficiency',
  'right-hardware': 'Right hardware',
  pricing: 'Pricing',
  'managed-or-self-run': 'Managed or self-run',
  'storage-and-transfer': 'Storage, transfer',
  training: 'Training',
  allocation: 'Allocation',
}

export const gradeNames: Record<Grade, string> = { A: 'measured', B: 'priced', C: 'benchmark', D: 'signal only' }
export const effortNames: Record<Effort, string> = { low: 'low', medium: 'medium', high: 'high' }
export const stateNames: Record<FindingState, string> = {
  open: 'Open',
  planned: 'Planned',
  done: 'Done',
  dismissed: 'Dismissed',
  closed: 'Closed',
}

export const verdictNames: Record<SavingCheck['verdict'], string> = {
  saved: 'Verified',
  'not seen': 'Not seen',
  'not sure': 'Not sure yet',
  'too early': 'Too early',
  'no history': 'No history',
}
