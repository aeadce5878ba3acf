import { refusedFormat } from '@/lib/import/refused-format.ts'

/** Columns that only exist after UNNEST of a repeated field, which repeats the cost of a row. */
export const unnestedColumns: readonly string[] = [
  'labels.key',
  'labels.value',
  'project.labels.key',
  'project.labels.value',
  'system_labels.key',
  'tags.key',
  'credits.name',
  'credits.amount',
  'credits.type',
]

/** A Google Cloud export whose query unnested labels or credits: one row per label, each with the whole cost. */
export const gcpUnnested = refusedFormat({
  id: 'gcp-unnested',
  label: 'Google Cloud billing export with unnested labels or credits',
  docs: 'https://cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/standard-usage',
  requires: [['service.description'], ['sku.description'], ['usage_start_time'], unnestedColumns],
  excludes: [],
  refuse:
    'The query behind this file unnested labels, tags or credits, so the cost of a row is repeated once per label and the ' +
    'total is too high. Run it again with TO_JSON_STRING(labels) AS labels and TO_JSON_STRING(credits) AS credits, without UNNEST.',
})
