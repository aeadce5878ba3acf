import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Day } from '@/lib/core/period.ts'
import { awsColumns } from '@/lib/sample/aws/columns.ts'
import { awsRows } from '@/lib/sample/aws/rows.ts'
import { azureColumns } from '@/lib/sample/azure/columns.ts'
import { azureRows } from '@/lib/sample/azure/rows.ts'
import { sampleDays, sampleMonths } from '@/lib/sample/calendar.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import { writeCsv } from '@/lib/sample/csv-file.ts'
import { gcpColumns } from '@/lib/sample/gcp/columns.ts'
import { gcpRows } from '@/lib/sample/gcp/rows.ts'
import { focusColumns } from '@/lib/sample/nebius/columns.ts'
import { nebiusRows } from '@/lib/sample/nebius/rows.ts'
import { createNoise } from '@/lib/sample/noise.ts'

export type SampleProvider = 'aws' | 'gcp' | 'azure' | 'nebius'
export type SampleFile = { path: string; provider: SampleProvider; rows: number }
export type SampleOptions = {
  /** The last full day; the sample is the 13 billing months up to it. */
  until: Day
  seed?: number
  /** 1 is about 300,000 rows. Only how many rows are hourly depends on it: amounts do not. */
  scale?: number
  onProgress?: (progress: { file: string; rows: number }) => void
}

type Writer = {
  provider: SampleProvider
  name: (month: string) => string
  write: (path: string, month: SampleMonth, ctx: SampleContext) => Promise<number>
}

const writers: readonly Writer[] = [
  {
    provider: 'aws',
    name: (month) => `aws-cur2-${month}.csv.gz`,
    write: (path, month, ctx) => writeCsv(path, awsColumns, awsRows(month, ctx)),
  },
  {
    provider: 'gcp',
    name: (month) => `gcp-detailed-${month}.csv`,
    write: (path, month, ctx) => writeCsv(path, gcpColumns, gcpRows(month, ctx)),
  },
  {
    provider: 'azure',
    name: (month) => `azure-amortized-${month}.csv`,
    write: (path, month, ctx) => writeCsv(path, azureColumns, azureRows(month, ctx), { bom: true }),
  },
  {
    provider: 'nebius',
    name: (month) => `focus-1.2-nebius-${month}.csv`,
    write: (path, month, ctx) => writeCsv(path, focusColumns, nebiusRows(month, ctx)),
  },
]

/** Writes one billing month: a file for each provider. */
export async function writeSampleMonth(dir: string, month: SampleMonth, ctx: SampleContext): Promise<SampleFile[]> {
  const files: SampleFile[] = []
  for (const { provider, name, write } of writers) {
    const path = join(dir, name(month.month))
    files.push({ path, provider, rows: await write(path, month, ctx) })
  }
  return files
}

/**
 * Writes the sample's provider files into `dir`, one for each provider and billing month, and says what it wrote. The same
 * options give the same bytes. Existing files of the same name are replaced; errors of the file system are thrown.
 */
export async function writeSample(dir: string, options: SampleOptions): Promise<{ files: SampleFile[]; rows: number }> {
  const { until, seed = defaultSeed, scale = 1, onProgress } = options
  const ctx: SampleContext = { until, scale, noise: createNoise(seed) }
  const files: SampleFile[] = []
  await mkdir(dir, { recursive: true })
  for (const month of sampleMonths(sampleDays(until))) {
    for (const file of await writeSampleMonth(dir, month, ctx)) {
      files.push(file)
      onProgress?.({ file: basename(file.path), rows: file.rows })
    }
  }
  return { files, rows: files.reduce((total, file) => total + file.rows, 0) }
}
