// Back-tests lib/forecast: `npm run bench forecast [-- --daily FILE]`. Without a file, on ../shared/data/series/nn5_dev.csv, as it is and with a
// step injected into the history; with one, as `npm run -s spend -- --grain day --json` prints it, on the daily cost of each of its values.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import { groupedBy } from '@/lib/core/grouped.ts'
import { addDays, dayCount } from '@/lib/core/period.ts'
import type { MethodName, Score } from '@/lib/forecast/back-test.ts'
import { methods, scoreOf } from '@/lib/forecast/back-test.ts'
import { mean, median } from '@/lib/forecast/median.ts'

const HORIZON = 30
const LENGTHS = [60, 120, 365]
const BETWEEN_ORIGINS = 14
const STEPS = [0.4, 0.6, 1.6, 2.5]
const path = '../shared/data/series/nn5_dev.csv'

const { values } = parseArgs({ options: { daily: { type: 'string' } } })
if (values.daily) report('daily cost', readDaily(values.daily), [60, 120, 300], false)
else if (!existsSync(path)) console.log(`${path} is not here: nothing to test on.`)
else {
  const series = readNn5()
  report('NN5, as it is', series, LENGTHS, false)
  report('NN5, with a step 8 to 39 days before the origin', series, LENGTHS, true)
}

/** Each length and origin of each series; a step multiplies all days before it, so that the days ahead stay as they were. */
function report(
  title: string,
  series: readonly (readonly number[])[],
  lengths: readonly number[],
  stepped: boolean,
): void {
  console.log(`\n${title}: ${series.length} series`)
  console.log('| history | method | error of the 30-day total | MASE | in the 80% interval | width | cases |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const length of lengths) {
    for (const name of Object.keys(methods) as MethodName[]) {
      const scores = series.flatMap((days, index) => scoresOf(days, index, length, name, stepped))
      if (scores.length === 0) continue
      const percent = (value: number) => `${(value * 100).toFixed(1)}%`
      const shown = [percent(mean(scores.map(({ error }) => error))), mean(scores.map(({ mase }) => mase)).toFixed(3)]
      const covered = percent(scores.filter((score) => score.covered).length / scores.length)
      console.log(
        `| ${length} days | ${name} | ${shown.join(' | ')} | ${covered} | ${percent(mean(scores.map(({ width }) => width)))} | ${scores.length} |`,
      )
    }
  }
}

function scoresOf(days: readonly number[], index: number, length: number, name: MethodName, stepped: boolean): Score[] {
  const scores: Score[] = []
  for (let origin = days.length - HORIZON, n = 0; origin >= length && n < 10; origin -= BETWEEN_ORIGINS, n++) {
    const history = days.slice(origin - length, origin)
    const ago = 8 + ((index * 13 + n * 7) % 32)
    const factor = STEPS[(index + n) % STEPS.length] ?? 1
    const told = stepped ? history.map((value, day) => (day < length - ago ? value * factor : value)) : history
    const score = scoreOf(name, told, days.slice(origin, origin + HORIZON))
    if (score && Number.isFinite(score.mase)) scores.push(score)
  }
  return scores
}

/** A missing day takes the median of the same weekday in the four weeks around it. */
function readNn5(): number[][] {
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').trim())
  return data.slice(1).map((cells) => {
    const stated = cells.slice(1).map((cell) => (cell === '' ? null : Number(cell)))
    return stated.map((value, day) => {
      if (value !== null) return value
      const near = [-28, -21, -14, -7, 7, 14, 21, 28].flatMap((away) => stated[day + away] ?? [])
      return near.length > 0 ? median(near) : 0
    })
  })
}

type SpendRow = { key: string | null; bucket: string; currency: string | null; cost: string | null }

/** One series for each value and currency, from its first day to the last of all; a day without a row is 0. */
function readDaily(file: string): number[][] {
  const rows = (JSON.parse(readFileSync(file, 'utf8')) as SpendRow[]).filter(({ cost }) => cost !== null)
  const last =
    rows
      .map(({ bucket }) => bucket)
      .sort()
      .at(-1) ?? ''
  return [...groupedBy(rows, ({ key, currency }) => `${key} ${currency}`).values()].map((mine) => {
    const costs = new Map(mine.map(({ bucket, cost }) => [bucket, Number(cost)]))
    const first = [...costs.keys()].sort()[0] ?? last
    const period = { from: first, to: addDays(last, 1) }
    return Array.from({ length: dayCount(period) }, (_, index) => costs.get(addDays(first, index)) ?? 0)
  })
}
