import { z } from 'zod'
import { AppError } from '@/lib/core/errors.ts'
import type { Header } from '@/lib/import/format.ts'
import type { DateLayout } from '@/lib/import/instants.ts'

/** Names that each target usually has, best first; they are compared as header names are. */
export const usualNames = {
  chargeStart: [
    'charge start',
    'usage start',
    'start time',
    'start date',
    'start',
    'date',
    'day',
    'usage date',
    'timestamp',
    'time',
    'period start',
  ],
  cost: [
    'cost',
    'total cost',
    'amount',
    'total amount',
    'charge',
    'charges',
    'total',
    'price',
    'spend',
    'subtotal',
    'cost usd',
    'amount usd',
  ],
  effectiveCost: ['effective cost', 'amortized cost', 'net cost'],
  currency: ['currency', 'currency code', 'billing currency'],
  account: ['billing account', 'billing account id', 'account', 'account id', 'organization', 'org', 'customer'],
  service: ['service', 'service name', 'product', 'product name', 'category'],
  resource: ['resource id', 'resource', 'instance id', 'pod id', 'node', 'hostname', 'instance name', 'resource name'],
  region: ['region', 'location', 'datacenter', 'data center', 'zone'],
  sku: ['sku', 'sku id', 'item', 'line item', 'description'],
  instanceType: [
    'instance type',
    'gpu type',
    'gpu',
    'gpu model',
    'machine type',
    'shape',
    'flavor',
    'node type',
    'accelerator type',
  ],
  gpuCount: ['gpu count', 'gpus', 'num gpus', 'number of gpus'],
  quantity: ['quantity', 'usage', 'usage quantity', 'hours', 'gpu hours', 'usage hours', 'usage amount'],
  unit: ['unit', 'unit of measure', 'usage unit', 'units'],
  team: ['team', 'cost center', 'department', 'group', 'owner'],
  project: ['project', 'project name', 'workspace', 'namespace'],
  model: ['model', 'model name', 'base model name'],
  environment: ['environment', 'env', 'stage'],
} as const

export type MappingColumn = keyof typeof usualNames

export const columnTargets = Object.keys(usualNames) as MappingColumn[]

const layouts = { iso: 'iso', us: 'month-first', eu: 'day-month-year', unix: 'unix-seconds' } as const

const mappingShape = z
  .object({
    ...(Object.fromEntries(columnTargets.map((target) => [target, z.string().optional()])) as Record<
      MappingColumn,
      z.ZodOptional<z.ZodString>
    >),
    chargeStart: z.string(),
    cost: z.string(),
    provider: z.string().trim().min(1),
    fixedCurrency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    fixedAccount: z.string().optional(),
    dateLayout: z.enum(['iso', 'us', 'eu', 'unix']),
    decimalComma: z.enum(['yes', 'no']).optional(),
  })
  .refine(
    (mapping) => mapping.currency || mapping.fixedCurrency,
    'a currency column or one currency for the file is needed',
  )

/** What an admin declared about a file of no known format: columns by name, and what no column says. */
export type ColumnMapping = z.infer<typeof mappingShape>

/** The layout that a mapping's dates have. */
export function mappedLayout(mapping: ColumnMapping): DateLayout {
  return layouts[mapping.dateLayout]
}

/**
 * A mapping from its JSON text, held against the header.
 * @throws AppError `unprocessable` when it is not complete or names a column that the file lacks.
 */
export function parseMapping(text: string | undefined, header: Header): ColumnMapping {
  const parsed = mappingShape.safeParse(jsonOf(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.')
    throw new AppError(
      'unprocessable',
      `The column mapping is not complete${where ? ` at ${where}` : ''}: ${issue?.message}.`,
    )
  }
  for (const target of columnTargets) {
    const name = parsed.data[target]
    if (name && !header.has(name)) {
      throw new AppError(
        'unprocessable',
        `The column mapping reads ${target} from "${name}", which the file does not have.`,
      )
    }
  }
  return parsed.data
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw new AppError('unprocessable', 'The column mapping is not JSON.')
  }
}
