import { describe, expect, test } from 'vitest'
import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { inferenceThroughputs, publishedThroughput } from '@/lib/catalog/inference-throughput.ts'
import { catalogPrices } from '@/lib/catalog/prices.ts'
import {
  apiCost,
  breakEvenMillionTokens,
  breakEvenVolume,
  decide,
  replicasForPeak,
  selfHostedCost,
  utilisation,
} from './break-even.ts'
import { breakEvenMonths, breakEvenUse, commitmentSaving, quantile, unitsToCommit } from './commitment.ts'
import { monthlyScheduleSaving, scheduleSaving } from './schedule.ts'
import {
  bestInterval,
  checkpointOverhead,
  HOURS_PER_MONTH,
  hoursBetweenInterruptions,
  mixedPrice,
  spotSaving,
} from './spot.ts'
import { checkpointGb, coldStorageSaving } from './storage.ts'
import { costPerMillionTokens, costPerThousandPages } from './token-cost.ts'
import { cheapestGpuHour, pricePerTerabytePerSecondHour, pricePerThousandTflopHours } from './unit-price.ts'

const hour = (id: string) => {
  const found = cheapestGpuHour(catalogPrices, { gpuClass: id, provider: 'aws', region: 'us-east-1' })
  const entry = gpuClass(id)
  if (!found || !entry) throw new Error(`no price of ${id}`)
  return { ...found, entry }
}

describe('R3 of the recommendation catalogue, AWS us-east-1 on demand, from gpu-catalog.csv and gpu-classes.csv', () => {
  test.each([
    ['V100-16GB', '2024-02-21', 24.48, 3.4],
    ['A10G', '2026-07-20', 14.37, 1.68],
    ['A100-80GB', '2026-07-20', 11.0, 1.68],
    ['A100-40GB', '2026-07-20', 8.8, 1.77],
    ['T4', '2026-07-20', 8.09, 1.64],
    ['H200', '2026-07-20', 8.0, 1.65],
    ['H100-SXM-80GB', '2026-07-20', 6.96, 2.05],
    ['L4', '2026-07-20', 6.65, 2.68],
    ['B200', '2026-07-20', 6.33, 1.78],
    ['L40S', '2026-07-20', 5.14, 2.15],
  ])('%s priced %s: $/1000 TFLOP-h and $/(TB/s-h)', (id, day, compute, memory) => {
    const { usdPerGpuHour, row, entry } = hour(id)
    expect(row.priceDate).toBe(day)
    expect(pricePerThousandTflopHours(usdPerGpuHour, entry)).toBeCloseTo(compute, 2)
    expect(pricePerTerabytePerSecondHour(usdPerGpuHour, entry)).toBeCloseTo(memory, 2)
  })

  test('R2: prices of a GPU hour, A100-40 2.745, L40S 1.861, L4 0.805, A10G 1.006', () => {
    expect(['A100-40GB', 'L40S', 'L4', 'A10G'].map((id) => hour(id).usdPerGpuHour.toFixed(3))).toEqual([
      '2.745',
      '1.861',
      '0.805',
      '1.006',
    ])
  })

  test('R3: the list price moved by -44% (p5 12.29 -> 6.88) and -33% (p4d 4.10 -> 2.745)', () => {
    expect(hour('H100-SXM-80GB').usdPerGpuHour / 12.29 - 1).toBeCloseTo(-0.44, 2)
    expect(hour('A100-40GB').usdPerGpuHour / 4.1 - 1).toBeCloseTo(-0.33, 2)
  })

  test('R3: B200 pays off below 3.3x the H100 price (7,007 against 2,103 tokens a second and GPU)', () => {
    const perGpu = (id: string) =>
      publishedThroughput('Llama 3.3 70B', '1000/1000', id)?.outputTokensPerSecondPerGpu ?? 0
    expect(perGpu('H100-SXM-80GB')).toBeCloseTo(2102.5, 1)
    expect(perGpu('B200') / perGpu('H100-SXM-80GB')).toBeCloseTo(3.33, 2)
  })

  test('guard 5: a 2024 spot price over the 2026 on-demand price gives p4d "49% off"', () => {
    const row = catalogPrices.find(({ instanceType }) => instanceType === 'p4d.24xlarge')
    expect(1 - Number(row?.spotUsdPerHour) / Number(row?.usdPerHour)).toBeCloseTo(0.49, 2)
  })
})

describe('R4, spot for checkpointed work', () => {
  test('R4 example: f = 0.20, n = 8: M1 = 3,271 h, M = 409 h; 40 s, 2 h, 0.25 h: overhead 0.9%', () => {
    const one = hoursBetweenInterruptions(0.2)
    expect(Math.round(one)).toBe(3271)
    expect(Math.round(one / 8)).toBe(409)
    const overhead = checkpointOverhead({
      writeHours: 40 / 3600,
      intervalHours: 2,
      restartHours: 0.25,
      betweenInterruptionsHours: one / 8,
    })
    expect((overhead ?? 0) * 100).toBeCloseTo(0.9, 1)
  })
  test('R4, BLOOM: best interval sqrt(2 x 40 s x a week) = 1.9 h', () => {
    expect(bestInterval(40 / 3600, 168)).toBeCloseTo(1.9, 1)
  })
  test('an overhead of 30% or more is not claimed', () => {
    expect(
      checkpointOverhead({ writeHours: 0, intervalHours: 10, restartHours: 1, betweenInterruptionsHours: 20 }),
    ).toBeNull()
  })
  test('savings by hand: half price and no overhead save half; 10% overhead 44.4%; a mix of half the hours costs 0.75', () => {
    expect(spotSaving(1, 2, 0)).toBe(0.5)
    expect(spotSaving(1, 2, 0.1)).toBeCloseTo(0.4444, 4)
    expect(mixedPrice(0.5, 0.5, 1)).toBe(0.75)
  })
  test.each([[0], [1], [-0.1], [Number.NaN]])('a part interrupted of %s is refused', (part) => {
    expect(() => hoursBetweenInterruptions(part)).toThrow(RangeError)
  })
})

describe('R5, commitments', () => {
  test('R5: at 40% off, commit to the 40th percentile of hourly use', () => {
    const hourly = Array.from({ length: 101 }, (_, index) => index)
    expect(unitsToCommit(hourly, 0.4)).toBe(40)
    expect(breakEvenUse(0.4)).toBeCloseTo(0.6, 12)
  })
  test('no other number of units saves more than the quantile', () => {
    const hourly = Array.from({ length: 2000 }, (_, index) => (index * 7919) % 17)
    const best = commitmentSaving(hourly, unitsToCommit(hourly, 0.37), 1, 0.63)
    for (let units = 0; units <= 17; units++)
      expect(commitmentSaving(hourly, units, 1, 0.63)).toBeLessThanOrEqual(best + 1e-9)
  })
  test('by hand: quantile of four, months to earn back', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(breakEvenMonths(730, 1, 2, 1, 1)).toBe(1)
    expect(breakEvenMonths(730, 1, 1, 1, 1)).toBeNull()
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })
})

test('R7: 168 -> 50 hours a week saves 70.2%', () => {
  expect(scheduleSaving(50) * 100).toBeCloseTo(70.2, 1)
  expect(monthlyScheduleSaving(1, 50)).toBeCloseTo((118 * 52) / 12, 9)
  expect(() => scheduleSaving(169)).toThrow(RangeError)
})

describe('R12, self-hosted or API', () => {
  test('R12, DeepSeek-OCR at 200,000 pages a day: $0.15 to $0.49 for 1,000 pages', () => {
    expect(costPerThousandPages(1.29, 200_000)).toBeCloseTo(0.15, 2)
    expect(costPerThousandPages(4.1, 200_000)).toBeCloseTo(0.49, 2)
  })
  test('R12, the same GPU at 1,000 pages a day: $31 to $98 for 1,000 pages', () => {
    expect(Math.round(costPerThousandPages(1.29, 1000))).toBe(31)
    expect(Math.round(costPerThousandPages(4.1, 1000))).toBe(98)
  })
  test('R12, units: $4,608 a month at $10 for a million tokens break even at 460 million tokens, not 0.46 million', () => {
    expect(breakEvenMillionTokens(4608, 10)).toBeCloseTo(460.8, 9)
  })
  test('R12, DeepSeek fleet day: $562,027 at list over $87,072 cost is 545% profit', () => {
    expect((562_027 / 87_072 - 1) * 100).toBeCloseTo(545, 0)
    expect(decide(selfHostedCost(87_072, 0), 562_027, 0.7)).toBe('self-hosted')
  })
  test('by hand: blended API cost, operations, break-even volume, replicas, use, both directions', () => {
    expect(apiCost({ millionIn: 10, millionCachedIn: 4, millionOut: 2 }, { in: 1, cachedIn: 0.5, out: 3 })).toBe(18)
    expect(selfHostedCost(100, 0.2)).toBe(120)
    expect(breakEvenVolume(50, 120, 60)).toBe(100)
    expect(breakEvenVolume(50, 120, 0)).toBeNull()
    expect(replicasForPeak(601, 1000, 1)).toBe(2)
    expect(replicasForPeak(1, 1000, 2)).toBe(2)
    expect(utilisation(30, 60)).toBe(0.5)
    expect([decide(100, 70, 0.7), decide(100, 71, 0.7), decide(70, 100, 0.7)]).toEqual(['api', 'close', 'self-hosted'])
  })
})

describe('R15 and R17', () => {
  test('R15: 405B with 16 bytes a parameter is 6.5 TB; BLOOM-176B at 13 bytes is 2.3 TB', () => {
    expect(checkpointGb(405, 16) / 1000).toBeCloseTo(6.5, 1)
    expect(checkpointGb(176, 13) / 1000).toBeCloseTo(2.3, 1)
  })
  test('R15: 1,000 GB from $0.023 to $0.0125 a GB saves $10.50 a month', () => {
    expect(coldStorageSaving(1000, 0.023, 0.0125, 0, 0)).toBeCloseTo(10.5, 9)
  })
  test('R17: an address at $0.005 an hour is $3.65 a month', () => {
    expect(0.005 * HOURS_PER_MONTH).toBeCloseTo(3.65, 9)
  })
})

describe('(d), dollars for a million output tokens at $2 a GPU hour', () => {
  test.each([
    ['Llama 3.1 8B', '1000/1000', 'H100-SXM-80GB', 0.037],
    ['Llama 3.1 8B', '1000/1000', 'H200', 0.031],
    ['Llama 3.3 70B', '1000/1000', 'H100-SXM-80GB', 0.264],
    ['Llama 3.3 70B', '1000/1000', 'H200', 0.191],
    ['Llama 3.3 70B', '1000/1000', 'B200', 0.079],
    ['Llama 3.1 405B', '1000/1000', 'H100-SXM-80GB', 1.52],
    ['Llama 3.3 70B', '5000/500', 'H100-SXM-80GB', 1.24],
  ])('(d) %s %s on %s', (model, lengths, id, usd) => {
    const row = publishedThroughput(model, lengths, id)
    const digits = usd < 1 ? 3 : 2
    expect(costPerMillionTokens(2, row?.outputTokensPerSecondPerGpu ?? 0).toFixed(digits)).toBe(usd.toFixed(digits))
  })
  test('(d) every row of inference-throughput.csv comes to the amount it states', () => {
    expect(inferenceThroughputs).toHaveLength(66)
    for (const { outputTokensPerSecondPerGpu } of inferenceThroughputs) {
      const full = costPerMillionTokens(2, outputTokensPerSecondPerGpu)
      expect(costPerMillionTokens(4, outputTokensPerSecondPerGpu)).toBeCloseTo(full * 2, 9)
      expect(costPerMillionTokens(2, outputTokensPerSecondPerGpu, 0.25)).toBeCloseTo(full * 4, 9)
    }
  })
  test('(d) SGLang on 96 H100: 22,300 tokens a second and node of 8 is $0.20 a million', () => {
    expect(costPerMillionTokens(2, 22_300 / 8)).toBeCloseTo(0.2, 2)
  })
  test('(d) DeepSeek whole fleet: $87,072 for 168 billion output tokens is $0.518 a million', () => {
    expect(87_072 / 168_000).toBeCloseTo(0.518, 3)
  })
})
