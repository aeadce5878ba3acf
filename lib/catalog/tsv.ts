/** Rows of tab-separated text as records keyed by its header line. */
export function tsvRecords(tsv: string): Record<string, string>[] {
  const [header = '', ...lines] = tsv.split('\n')
  const names = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}
