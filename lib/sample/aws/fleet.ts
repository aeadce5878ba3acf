import type { SavingsPlanKey } from '@/lib/sample/aws/commitments.ts'
import type { Fleet } from '@/lib/sample/fleet.ts'

export type AwsPricing = 'on-demand' | 'spot' | 'reserved' | SavingsPlanKey
export type AwsFleet = Fleet<AwsPricing>
