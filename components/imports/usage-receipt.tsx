import Link from 'next/link'
import { Missing } from '@/components/ui/amount.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCount, formatFull } from '@/lib/core/format.ts'
import type { UsageHostReceipt, UsageReceipt } from '@/lib/core/receipt.ts'
import { ReceiptSteps } from './receipt-steps.tsx'

/** Proof of an import of usage: what was read and what was not, what it holds, and which of its machines the bills know. */
export function UsageReceiptView({ receipt }: { receipt: UsageReceipt }) {
  const { usage } = receipt
  return (
    <Grid>
      <UsageKpis receipt={receipt} />
      <Section span={8} title={receipt.format.label} note={receipt.format.variant}>
        <DescriptionList items={facts(receipt)} />
      </Section>
      <ReceiptSteps steps={receipt.steps} />
      {receipt.machines.length > 0 && (
        <Machines machines={receipt.machines} all={usage.hosts} unmatched={usage.unmatchedHosts} />
      )}
    </Grid>
  )
}

function UsageKpis({ receipt }: { receipt: UsageReceipt }) {
  const { usage } = receipt
  const skipped = receipt.skipped.reduce((sum, { rows }) => sum + rows, 0)
  return (
    <KpiStrip count={5} label="Key figures of this import">
      <Kpi label="Rows read" value={formatCount(receipt.rowsRead)}>
        = {formatCount(receipt.rowsStored)} stored + {formatCount(skipped)} holding nothing +{' '}
        {formatCount(receipt.rowsWithIssues)} {receipt.rowsWithIssues === 1 ? 'issue' : 'issues'}
      </Kpi>
      <Kpi label="Records" value={formatCount(usage.records)}>
        {formatCount(usage.newRecords)} new, {formatCount(usage.changedRecords)} changed,{' '}
        {formatCount(usage.sameRecords)} there already
      </Kpi>
      <Kpi label="GPU hours held" value={hours(usage.gpuHours)}>
        {usage.measuredGpuHours === null
          ? 'utilisation not measured'
          : `${formatFull(usage.measuredGpuHours)} measured`}
      </Kpi>
      <Kpi
        label="Tokens"
        value={
          usage.tokensIn === null && usage.tokensOut === null ? (
            <Missing>none</Missing>
          ) : (
            formatFull(usage.tokensIn ?? '0')
          )
        }
      >
        {usage.tokensOut === null ? 'no tokens out' : `in, ${formatFull(usage.tokensOut)} out`}
      </Kpi>
      <Kpi label="Machines" value={formatCount(usage.hosts)}>
        {usage.unmatchedHosts === 0
          ? 'all of them in the bills'
          : `${formatCount(usage.unmatchedHosts)} that no bill names`}
      </Kpi>
    </KpiStrip>
  )
}

function hours(text: string | null) {
  return text === null ? <Missing>none</Missing> : formatFull(text)
}

function facts(receipt: UsageReceipt) {
  const { usage } = receipt
  return [
    { key: 'files', name: 'Files', value: receipt.files.map(({ name }) => name).join(', ') },
    { key: 'span', name: 'From, to', value: usage.from && usage.to ? `${usage.from}, ${usage.to}` : 'nothing' },
    ...receipt.metrics.map(({ metric, gpuHours }) => ({
      key: `metric ${metric}`,
      name: metric ?? 'Utilisation not measured',
      value: `${formatFull(gpuHours)} GPU hours`,
    })),
    ...receipt.skipped.map(({ reason, rows }) => ({
      key: `skipped ${reason}`,
      name: 'Rows not stored',
      value: `${formatCount(rows)} ${reason}`,
    })),
  ]
}

const foundBy: Record<string, string> = { id: 'its id', 'provider-id': 'its provider id', name: 'its name' }

function Machines({
  machines,
  all,
  unmatched,
}: {
  machines: readonly UsageHostReceipt[]
  all: number
  unmatched: number
}) {
  const note =
    all > machines.length ? `the first ${machines.length} of ${formatCount(all)}` : `${formatCount(all)} in all`
  return (
    <Section
      title="Machines"
      note={note}
      actions={
        unmatched > 0 ? (
          <Link className="link" href="/settings/hosts">
            Say which machines they are
          </Link>
        ) : undefined
      }
    >
      <TableFrame label="Machines">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">In the telemetry</th>
              <th scope="col">In the bills</th>
              <th scope="col">Found by</th>
              <th scope="col" className="n">
                GPU hours
              </th>
            </tr>
          </thead>
          <tbody>
            {machines.map(({ resource, host, foundBy: by, gpuHours }) => (
              <tr key={resource}>
                <th scope="row">{resource}</th>
                <td>{host ?? <Missing>no bill names it</Missing>}</td>
                <td>{by === null ? '' : (foundBy[by] ?? 'a host rule')}</td>
                <td className="n">{hours(gpuHours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}
