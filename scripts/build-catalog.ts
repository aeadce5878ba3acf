import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'

const folder = new URL('../lib/catalog/data/', import.meta.url)

/**
 * Turns CSV text into tab-separated text with the same rows and columns, header first, no final newline.
 * Throws when a row is ragged or a cell holds a character that a template literal or TSV cannot carry.
 */
export function csvToTsv(csv: string): string {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true })
  if (errors[0]) throw new Error(`CSV row ${errors[0].row}: ${errors[0].message}`)
  const width = data[0]?.length
  return data
    .map((cells, index) => {
      if (cells.length !== width) throw new Error(`CSV row ${index}: ${cells.length} cells, header has ${width}`)
      const bad = cells.find((cell) => /[\t\r\n`\\]|\$\{/.test(cell))
      if (bad !== undefined) throw new Error(`CSV row ${index}: cell cannot be carried: ${bad}`)
      return cells.join('\t')
    })
    .join('\n')
}

function writeModule(name: string, constant: string): void {
  const tsv = csvToTsv(readFileSync(new URL(`${name}.csv`, folder), 'utf8'))
  const head = `// Generated from ${name}.csv by scripts/build-catalog.ts; change the CSV and run it again.\n`
  writeFileSync(new URL(`${name}.ts`, folder), `${head}export const ${constant} = \`${tsv}\`\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeModule('gpu-classes', 'gpuClassesTsv')
  writeModule('gpu-catalog', 'gpuCatalogTsv')
  writeModule('training-costs', 'trainingCostsTsv')
  writeModule('inference-throughput', 'inferenceThroughputTsv')
  writeModule('api-prices', 'apiPricesTsv')
}
