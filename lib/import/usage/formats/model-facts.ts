import { instants, isoText, jsonNumber, numbers, oneOf, truth } from '../described.ts'
import { keyText } from '../record-key.ts'
import { detailsSql, RowReader } from '../row-reader.ts'
import type { UsageFormat } from '../usage-format.ts'

const TEXTS = ['team', 'project', 'api_model', 'reference_model', 'reference_lengths', 'smaller_model'] as const
const NUMBERS = [
  'params_b',
  'active_params_b',
  'batch',
  'kv_cache_gb',
  'min_replicas',
  'gpus_per_replica',
  'peak_tokens_per_s',
] as const
const SHARES = ['smaller_price_ratio', 'short_share'] as const

/** A table of what served models are: size, precision, engine, and what could stand in for them. */
export const modelFacts: UsageFormat = {
  id: 'model-facts',
  label: 'Model facts',
  docs: 'docs/usage-formats.md',
  requires: [['observed'], ['model'], ['params_b']],
  excludes: ['cost', 'amount', 'start', 'run'],
  plan(header) {
    const row = new RowReader(header)
    row.instant('starts', header.column('observed'), { layouts: ['iso'], required: true })
    const model = row.text('model', 'model')
    row.check(model, 'model IS NULL', 'no model')
    for (const name of TEXTS) row.text(name, name)
    numbers(row, header, NUMBERS)
    for (const name of SHARES) row.share(name, header.column(name), 1)
    instants(row, header, ['serving_since'])
    oneOf(row, header, 'dtype', ['bf16', 'fp16', 'fp8', 'int8', 'int4', 'fp32'])
    oneOf(row, header, 'engine', ['vllm', 'tensorrt-llm', 'sglang', 'transformers', 'other'])
    oneOf(row, header, 'task', ['generate', 'classify', 'extract', 'route', 'embed', 'ocr', 'speech'])
    truth(row, header, 'trained_in_house')
    truth(row, header, 'api_allowed')
    return row.plan('One row a model')
  },
  records: {
    from: 'usage_rows',
    key: keyText('model', 'project', 'starts'),
    fields: {
      starts: 'starts',
      ends: 'starts',
      role: `'model'`,
      team: 'team',
      project: 'project',
      model: 'model',
      details: detailsSql({
        dtype: 'dtype',
        engine: 'engine',
        task: 'task',
        api_model: 'api_model',
        reference_model: 'reference_model',
        reference_lengths: 'reference_lengths',
        smaller_model: 'smaller_model',
        trained_in_house: 'trained_in_house',
        api_allowed: 'api_allowed',
        serving_since: isoText('serving_since'),
        ...Object.fromEntries([...NUMBERS, ...SHARES].map((name) => [name, jsonNumber(name)])),
      }),
    },
  },
  covers: null,
}
