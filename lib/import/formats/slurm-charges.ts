import { NO_CURRENCY } from '@/lib/core/currency-code.ts'
import { requiredColumn } from '@/lib/import/amounts.ts'
import type { BillingFormat, Column, MeterLabels } from '@/lib/import/format.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, noLabels, unknownName } from '@/lib/import/label-values.ts'
import { withColumns } from '@/lib/import/tags.ts'

const labelColumns: Record<string, readonly string[]> = {
  cluster: ['Cluster'],
  account: ['Account'],
  partition: ['Partition'],
  user: ['User'],
  qos: ['QOS'],
  wckey: ['WCKey'],
  tres: ['AllocTRES'],
}

/** GPU time, whatever the number of GPUs of a job. */
const unit = 'GPU-Seconds'

function meter(raw: RawLabels): MeterLabels {
  const types = [...(raw.tres ?? '').matchAll(/(?:^|,)gres\/gpu:([^=,]+)=\d/g)].map(([, type = '']) => type)
  const hasGpus = /(?:^|,)gres\/gpu[:=]/.test(raw.tres ?? '')
  return {
    ...noLabels,
    provider: 'slurm',
    billingAccountId: firstOf(raw, 'cluster') ?? unknownName,
    subAccountId: firstOf(raw, 'account'),
    serviceName: 'Slurm',
    skuId: firstOf(raw, 'partition'),
    // A job with two kinds of GPU does not say which of them ran how long.
    instanceType: new Set(types).size === 1 ? (types[0] ?? null) : null,
    chargeCategory: 'Usage',
    consumedUnit: hasGpus ? unit : null,
    currency: NO_CURRENCY,
    tags: withColumns({}, { team: raw.account, user: raw.user, qos: raw.qos, wckey: raw.wckey }),
  }
}

/** GPUs of a job x its seconds. `gres/gpu=N` counts all of them; only without it are the typed counts added. Steps repeat their job. */
function gpuSeconds(job: Column, tres: Column, elapsed: Column): string {
  const all = `TRY_CAST(regexp_extract(${tres}, '(?:^|,)gres/gpu=([0-9]+)', 1) AS BIGINT)`
  const typed = `regexp_extract_all(${tres}, '(?:^|,)gres/gpu:[^=,]+=([0-9]+)', 1)`
  const gpus = `coalesce(${all}, list_sum(list_transform(${typed}, lambda x: CAST(x AS BIGINT))))`
  return `CASE WHEN contains(${job}, '.') THEN NULL WHEN NOT regexp_full_match(${elapsed}, '[0-9]{1,9}') THEN ${elapsed}
    ELSE CAST(${gpus} * CAST(${elapsed} AS BIGINT) AS VARCHAR) END`
}

/**
 * `sacct -P` as a bill of GPU hours, to be priced by rate cards. The same columns are telemetry for the usage format, so this one is taken only
 * when asked for with the answer as=charges.
 */
export const slurmCharges: BillingFormat = {
  id: 'slurm-charges',
  label: 'Slurm jobs as charges',
  docs: 'https://slurm.schedmd.com/sacct.html',
  requires: [],
  excludes: [],
  whenAsked: { as: 'charges', requires: [['JobID'], ['AllocTRES'], ['ElapsedRaw'], ['Start']] },
  questions: () => [
    {
      id: 'zone',
      text: "Slurm writes the cluster's local time without saying the zone. Which time zone is it?",
      options: [
        { value: 'UTC', label: 'UTC' },
        { value: 'Europe/Berlin', label: 'Europe/Berlin' },
        { value: 'America/New_York', label: 'America/New_York' },
        { value: 'America/Los_Angeles', label: 'America/Los_Angeles' },
      ],
      accepts: isZone,
      probe: 'SELECT NULL',
    },
  ],
  plan(header, answers) {
    const start = requiredColumn(header, 'Start')
    const elapsed = requiredColumn(header, 'ElapsedRaw')
    const zone = isZone(answers.zone ?? '') ? answers.zone : 'UTC'
    const instant = `(TRY_CAST(${start} AS TIMESTAMP) AT TIME ZONE '${zone}' AT TIME ZONE 'UTC')`
    const quantity = gpuSeconds(requiredColumn(header, 'JobID'), requiredColumn(header, 'AllocTRES'), elapsed)
    return {
      variant: `sacct, ${zone}`,
      labels: findLabels(header, labelColumns),
      meter,
      chargeStart: { column: start, sql: instant },
      chargeEnd: { column: elapsed, sql: `(${instant} + to_seconds(TRY_CAST(${elapsed} AS INTEGER)))` },
      chargeSpan: 'hour',
      billingPeriod: null,
      quantity: { numbers: [elapsed], sql: () => quantity },
      costs: { billed: null, effective: null, list: null, contracted: null },
      invoiceId: null,
    }
  },
}

const ZONE = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/

/** Whether text names a time zone. Its pattern has nothing that SQL text would have to escape. */
function isZone(text: string): boolean {
  try {
    return ZONE.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}
