import { describe, expect, test } from 'vitest'
import { scoreOf } from './back-test.ts'
import { forecast } from './forecast.ts'
import { intervalScale } from './interval.ts'
import { lastFourWeeksMean, seasonalNaive, weekdayMedian } from './methods.ts'
import { slope, smooth } from './smoothing.ts'
import { stepAt } from './step-cut.ts'
import { t80 } from './student.ts'
import { weekdayFactors } from './weekday-factors.ts'

const week = [10, 10, 10, 10, 10, 4, 2]
const weeks = (count: number, of: readonly number[] = week) =>
  Array.from({ length: count * 7 }, (_, t) => of[t % 7] ?? 0)
/** The same numbers on every run. */
const noise = (t: number) => (((Math.sin(t * 12.9898) * 43758.5453) % 1) + 1) % 1
const noisy = (count: number, level: number) => Array.from({ length: count }, (_, t) => level * (0.9 + 0.2 * noise(t)))

describe('weekday factors', () => {
  test('are each day over the mean of its week', () => {
    expect(weekdayFactors(weeks(8))).toEqual(week.map((value) => expect.closeTo(value / 8, 9)))
  })
  test('are 1 for less than two weeks, and where nothing was spent', () => {
    expect(weekdayFactors(week)).toEqual(Array(7).fill(1))
    expect(weekdayFactors(Array(60).fill(0))).toEqual(Array(7).fill(1))
  })
})

describe('methods by hand', () => {
  test.each([
    ['seasonal naive', seasonalNaive, [1, 2, 3, 4, 5, 6, 7, 1]],
    ['mean of 28 days', lastFourWeeksMean, Array(8).fill(4)],
    ['weekday median', weekdayMedian, [1, 2, 3, 4, 5, 6, 7, 1]],
  ])('%s', (_, method, expected) => {
    expect(method(weeks(8, [1, 2, 3, 4, 5, 6, 7]), 8)).toEqual(expected)
  })
  test('a line has its slope, and a constant its level', () => {
    expect(slope([1, 3, 5, 7])).toBe(2)
    expect(smooth([5, 5, 5]).level).toBe(5)
  })
  test.each([
    [1, 3.078],
    [9, 1.383],
    [30, 1.31],
    [1000, 1.282],
  ])('80%% of a t distribution with %i degrees lies within %f', (degrees, expected) => {
    expect(t80(degrees)).toBeCloseTo(expected, 2)
  })
})

describe('a step', () => {
  test.each([
    [2.5, 20],
    [0.4, 20],
    [1.6, 35],
  ])('of x%f %i days ago is found within two days', (factor, ago) => {
    const days = noisy(120, 100).map((value, t) => (t >= 120 - ago ? value * factor : value))
    expect(Math.abs((stepAt(days) ?? 0) - (120 - ago))).toBeLessThanOrEqual(2)
  })
  test('is not found in noise, in a change of 10%, or in three days', () => {
    expect(stepAt(noisy(120, 100))).toBeNull()
    expect(stepAt(noisy(120, 100).map((value, t) => (t >= 100 ? value * 1.1 : value)))).toBeNull()
    expect(stepAt(noisy(120, 100).map((value, t) => (t >= 117 ? value * 3 : value)))).toBeNull()
  })
})

describe('a forecast', () => {
  test('of a weekly pattern is the pattern, within the narrowest interval', () => {
    const said = forecast(weeks(20), 14)
    expect(said?.days).toEqual(weeks(2).map((value) => expect.closeTo(value, 6)))
    expect(said?.total).toBeCloseTo(112, 6)
    expect((said?.high ?? 0) / 112).toBeCloseTo(Math.exp(t80(9) * 0.04), 6)
  })
  test('follows a new level instead of the mean of both', () => {
    const said = forecast(
      noisy(150, 100).map((value, t) => (t >= 130 ? value * 3 : value)),
      30,
    )
    expect(said?.stepAt).toBeGreaterThanOrEqual(128)
    expect((said?.total ?? 0) / 30 / 300).toBeCloseTo(1, 1)
  })
  test('of ten times the amounts is ten times the forecast', () => {
    const days = noisy(100, 50)
    const [one, ten] = [
      forecast(days, 30),
      forecast(
        days.map((value) => value * 10),
        30,
      ),
    ]
    expect((ten?.total ?? 0) / (one?.total ?? 1)).toBeCloseTo(10, 9)
    expect((ten?.low ?? 0) / (one?.low ?? 1)).toBeCloseTo(10, 9)
  })
  test('of nothing is nothing; of credits is below zero, with its interval the right way round', () => {
    expect(forecast(Array(60).fill(0), 30)).toMatchObject({ total: 0, low: 0, high: 0 })
    const credits = forecast(Array(60).fill(-5), 10)
    expect(credits?.total).toBeCloseTo(-50, 6)
    expect((credits?.low ?? 0) < -50 && -50 < (credits?.high ?? 0)).toBe(true)
  })
  test('of what was off and is on again follows what is on, and of what was switched off is nothing', () => {
    const on = [...Array(60).fill(0), ...noisy(12, 900)]
    expect((forecast(on, 30)?.total ?? 0) / 30 / 900).toBeCloseTo(1, 1)
    expect(forecast(on, 30)?.stepAt).toBe(60)
    expect(forecast([...noisy(60, 900), ...Array(8).fill(0)], 30)?.total).toBe(0)
  })
  test('of what goes on and off for days stays within what was ever spent', () => {
    const days = Array.from({ length: 60 }, (_, t) => (Math.floor(t / 9) % 2 === 0 || t > 55 ? 0 : 950))
    expect(forecast([...days, 600, 890, 0, 0, 950, 970], 30)?.total).toBeLessThan(30 * 970)
  })
  test.each([20, 0])('of %i days is none', (length) => {
    expect(forecast(Array(length).fill(1), 30)).toBeNull()
  })
  test('of what is not a number, or of no days, is refused', () => {
    expect(() => forecast([...Array(30).fill(1), Number.NaN], 30)).toThrow(RangeError)
    expect(() => forecast(Array(30).fill(1), 0)).toThrow(RangeError)
  })
  test('has a fixed scale where there are fewer than three back-tests', () => {
    expect(intervalScale(noisy(24, 10), 30, seasonalNaive)).toMatchObject({ scale: 0.2 })
  })
})

test('a score sees nothing after the origin: a perfect pattern has no error', () => {
  const score = scoreOf('ours', weeks(20), weeks(4))
  expect(score?.error).toBeLessThan(1e-6)
  expect(score?.covered).toBe(true)
})
