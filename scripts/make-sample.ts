import { parseArgs } from 'node:util'
import { addDays, isDay } from '@/lib/core/period.ts'
import { writeSampleUsage } from '@/lib/sample/usage/write-usage.ts'
import { writeSample } from '@/lib/sample/write-sample.ts'

const usage = 'usage: tsx scripts/make-sample.ts DIR [--until YYYY-MM-DD] [--scale N] [--seed N]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { until: { type: 'string' }, scale: { type: 'string' }, seed: { type: 'string' } },
})
const [dir] = positionals
const yesterday = addDays(new Date().toISOString().slice(0, 10), -1)
const until = values.until ?? yesterday
const scale = Number(values.scale ?? 1)
const seed = values.seed === undefined ? undefined : Number(values.seed)
const valid = isDay(until) && scale > 0 && (seed === undefined || Number.isInteger(seed))
if (!dir || positionals.length > 1 || !valid) {
  console.error(usage)
  process.exit(2)
}

const started = performance.now()
const options = { until, ...(seed === undefined ? {} : { seed }) }
const { files, rows } = await writeSample(dir, { ...options, scale })
const usageFiles = await writeSampleUsage(dir, options)
const usageRows = usageFiles.reduce((sum, file) => sum + file.rows, 0)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(`${rows} rows in ${files.length} bills up to ${until} in ${dir}, ${usageRows} rows of usage, ${seconds} s`)
