import { positive } from './checked.ts'

const SECONDS_PER_HOUR = 3600

/** Cost of a million output tokens of a GPU at a price and throughput, when the part `use` (0 to 1) of its time is used. */
export function costPerMillionTokens(pricePerGpuHour: number, tokensPerSecondPerGpu: number, use = 1): number {
  return (
    (positive(pricePerGpuHour, 'price') * 1e6) /
    (positive(tokensPerSecondPerGpu, 'tokens a second') * SECONDS_PER_HOUR * positive(use, 'use'))
  )
}

/** Cost of 1,000 pages when one GPU does so many pages a day and is paid for around the clock. */
export function costPerThousandPages(pricePerGpuHour: number, pagesPerDay: number): number {
  return (positive(pricePerGpuHour, 'price') * 24 * 1000) / positive(pagesPerDay, 'pages a day')
}
