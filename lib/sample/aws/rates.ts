import type { SampleDay } from '@/lib/sample/calendar.ts'
import { catalogOnDemand, catalogSpot } from '@/lib/sample/catalog-rates.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, rounded, times } from '@/lib/sample/decimal.ts'
import { rateCutAgo } from '@/lib/sample/story.ts'

/** p5.48xlarge on-demand before the rate cut: the catalogue's price is the one after it. */
export const p5BeforeCut = decimal('68.8')

/** Instances without a GPU, and SageMaker's surcharge on its own instances; US East list prices. */
const otherRates: Record<string, string> = {
  'c7i.8xlarge': '1.428',
  'm7i.4xlarge': '0.8064',
  'r7i.4xlarge': '1.0584',
  'ml.g5.xlarge': '1.4084',
}

/** What a region's list price is, relative to US East; the p4d step in Seoul is the region price gap. */
const regionFactors: Record<string, string> = {
  'eu-west-1': '1.12',
  'ap-northeast-2': '1.38',
}

/** On-demand list price of an instance hour in a region on a day, in USD with at most six digits. */
export function awsOnDemandRate(instanceType: string, region: string, day: SampleDay): Decimal {
  if (instanceType === 'p5.48xlarge' && day.ago > rateCutAgo) return p5BeforeCut
  const other = otherRates[instanceType]
  const base = other ? decimal(other) : catalogOnDemand('aws', instanceType)
  const factor = regionFactors[region]
  return factor ? rounded(times(base, decimal(factor)), 6) : base
}

export function awsSpotRate(instanceType: string): Decimal {
  return catalogSpot('aws', instanceType)
}
