import type { Header } from '@/lib/import/format.ts'

/** Reads Prometheus labels: from columns of their names, or from one column that holds them all, as JSON or as `name{label="value"}`. */
export class DcgmLabels {
  private readonly header: Header
  private readonly all: string | null

  constructor(header: Header) {
    this.header = header
    this.all = header.column('labels', 'metric', 'series', '__name__')
  }

  /** SQL for the text of the first of these labels that a row has; null where it has none. */
  of(...names: readonly string[]): string {
    const found = names.flatMap((name) => {
      const column = this.header.column(name)
      return [...(column ? [`nullif(trim(${column}), '')`] : []), ...this.within(name)]
    })
    return found.length > 0 ? `coalesce(${found.join(', ')})` : 'CAST(NULL AS VARCHAR)'
  }

  /** SQL for the name of the metric of a row in long form. */
  metric(): string {
    const plain = ['__name__', 'metric', 'metric_name', 'name', 'series'].flatMap(
      (name) => this.header.column(name) ?? [],
    )
    const words = plain.map((column) => `nullif(regexp_extract(${column}, '^\\s*([A-Za-z_:][A-Za-z0-9_:]*)', 1), '')`)
    return `coalesce(${[...this.within('__name__'), ...words].join(', ')})`
  }

  private within(name: string): string[] {
    if (this.all === null) return []
    return [
      `CASE WHEN ${this.all} LIKE '%"${name}"%' AND json_valid(${this.all}) THEN nullif(trim(json_extract_string(${this.all}, '$."${name}"')), '') END`,
      `nullif(trim(regexp_extract(${this.all}, '[{,]\\s*${name}="([^"]*)"', 1)), '')`,
    ]
  }
}
