import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '@/lib/core/period.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import { writeCsv } from '@/lib/sample/csv-file.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import { dcgmColumns, dcgmRows, kubernetesColumns, sampledMachines, sampledPods } from '@/lib/sample/usage/dcgm-file.ts'
import { inventoryColumns, inventoryRows, modelColumns, modelRows } from '@/lib/sample/usage/description-files.ts'
import { exchangeRateColumns, exchangeRateRows } from '@/lib/sample/usage/exchange-rate-file.ts'
import { runColumns, runRows } from '@/lib/sample/usage/run-file.ts'
import { writeSlurm } from '@/lib/sample/usage/slurm-file.ts'
import { tokenColumns, tokenRows } from '@/lib/sample/usage/token-file.ts'

/** A file that is an import of its own: each says something else about who holds a GPU. */
export type UsageFile = { path: string; rows: number }

/** Answers to what the importer asks about these files, as `key=value`. */
export const usageAnswers = ['zone=UTC'] as const

const writers: Record<string, (path: string, ctx: SampleContext) => Promise<number>> = {
  'exchange-rates.csv': (path, ctx) => writeCsv(path, exchangeRateColumns, exchangeRateRows(ctx)),
  'inventory.csv': (path, ctx) => writeCsv(path, inventoryColumns, inventoryRows(ctx)),
  'model-facts.csv': (path, ctx) => writeCsv(path, modelColumns, modelRows(ctx)),
  'training-runs.csv': (path, ctx) => writeCsv(path, runColumns, runRows(ctx)),
  'tokens-daily.csv': (path, ctx) => writeCsv(path, tokenColumns, tokenRows(ctx)),
  'sacct.txt': writeSlurm,
  'dcgm-machines.csv.gz': (path, ctx) => writeCsv(path, dcgmColumns, dcgmRows(sampledMachines(ctx), ctx)),
  'dcgm-kubernetes.csv.gz': (path, ctx) => writeCsv(path, kubernetesColumns, dcgmRows(sampledPods, ctx)),
}

/**
 * Writes the sample's usage files and exchange rates into `dir`, of the same machines and hours as the bills of these options. The same
 * options give the same bytes. Errors of the file system are thrown.
 */
export async function writeSampleUsage(dir: string, options: { until: Day; seed?: number }): Promise<UsageFile[]> {
  const ctx: SampleContext = { until: options.until, scale: 1, noise: createNoise(options.seed ?? defaultSeed) }
  await mkdir(dir, { recursive: true })
  const files: UsageFile[] = []
  for (const [name, write] of Object.entries(writers)) {
    const path = join(dir, name)
    files.push({ path, rows: await write(path, ctx) })
  }
  return files
}
