import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, times } from '@/lib/sample/decimal.ts'

export type SavingsPlanKey = 'sp-compute' | 'sp-g6e'

type SavingsPlan = {
  id: string
  instanceType: string
  family: string
  region: string
  offering: string
  usageType: string
  /** Price of an instance hour under the plan. */
  rate: string
  /** Instances that the hourly commitment pays for. */
  covers: number
  /** Days before the last day on which it started. */
  startedAgo: number
}

/** Savings plans, 1 year, no upfront; the commitment is `covers` x `rate` an hour. */
export const savingsPlans: Record<SavingsPlanKey, SavingsPlan> = {
  'sp-compute': {
    id: '5f1d8c40-7e0b-4f7c-9a55-0c1b6f2e9a11',
    instanceType: 'p5.48xlarge',
    family: '',
    region: 'Any',
    offering: 'ComputeSavingsPlans',
    usageType: 'ComputeSP:1yrNoUpfront',
    rate: '34.608',
    covers: 4,
    startedAgo: 420,
  },
  'sp-g6e': {
    id: 'c2a94b7e-13d6-4a0f-8b1d-64f0e7d3b522',
    instanceType: 'g6e.12xlarge',
    family: 'g6e',
    region: 'us-east-1',
    offering: 'EC2InstanceSavingsPlans',
    usageType: 'EC2SP:g6e.1yrNoUpfront',
    rate: '6.71529',
    covers: 4,
    startedAgo: 410,
  },
}

/** One reserved p4de.24xlarge, 1 year, no upfront. */
export const reservation = {
  id: 'a0c4e6f2-58b1-4d43-9e6a-2f7b90d1c633',
  instanceType: 'p4de.24xlarge',
  rate: '17.2916415',
  startedAgo: 405,
}

export function savingsPlanArn(key: SavingsPlanKey): string {
  return `arn:aws:savingsplans::220711846390:savingsplan/${savingsPlans[key].id}`
}

export const reservationArn = `arn:aws:ec2:us-west-2:077126503884:reserved-instances/${reservation.id}`

/** What a plan costs an hour, used or not. */
export function hourlyCommitment(key: SavingsPlanKey): Decimal {
  return times(decimal(String(savingsPlans[key].covers)), decimal(savingsPlans[key].rate))
}

/** When a one-year commitment that began `startedAgo` days before `until` starts and ends. It is renewed after a year. */
export function commitmentTerm(until: Day, startedAgo: number, onDay: Day): { start: string; end: string } {
  let start = addDays(until, -startedAgo)
  if (addDays(start, 365) <= onDay) start = addDays(start, 365)
  return { start: `${start}T00:00:00.000Z`, end: `${addDays(start, 365)}T00:00:00.000Z` }
}
