import Link from 'next/link'
import { Missing } from '@/components/ui/amount.tsx'
import { Meter } from '@/components/ui/badge.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Section } from '@/components/ui/section.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatBytes, formatCount, formatPercent } from '@/lib/core/format.ts'
import type { Receipt } from '@/lib/core/receipt.ts'
import styles from './imports.module.css'

const delimiterNames: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }
const dimensionLabels = { 'gpu-class': 'GPU class', team: 'Team', project: 'Project', model: 'Model' } as const

/** What was read, byte for byte, and how much of the cost is known by class, team, project and model after it. */
export function ReceiptFile({ receipt }: { receipt: Receipt }) {
  const { files, format } = receipt
  return (
    <Section span={4} title={files.length === 1 ? 'File' : `${formatCount(files.length)} files`}>
      <DescriptionList
        items={[
          { key: 'format', name: 'Format', value: format.variant || format.label },
          ...files.map((file) => ({
            key: `${file.name} ${file.sha256}`,
            name: files.length === 1 ? 'File' : 'Part',
            value: <FileFacts file={file} />,
          })),
        ]}
      />
      <h3 className={styles.sub}>Known after this import, share of cost</h3>
      <DescriptionList items={coverageItems(receipt)} />
    </Section>
  )
}

function FileFacts({ file }: { file: Receipt['files'][number] }) {
  const layout = file.delimiter === null ? null : (delimiterNames[file.delimiter] ?? file.delimiter)
  return (
    <>
      <span className="mono">{file.name}</span>
      <br />
      <span className="ink2">
        {formatCount(file.rows)} rows, <span title={`${formatCount(file.bytes)} bytes`}>{formatBytes(file.bytes)}</span>
        , {[file.encoding, layout].filter(Boolean).join(', ')}
      </span>
      <br />
      <span className="mono" title="SHA-256">
        {file.sha256.match(/.{4}/g)?.join(' ')}
      </span>
    </>
  )
}

function coverageItems(receipt: Receipt) {
  const currencies = new Set(receipt.coverage.map((line) => line.currency))
  return receipt.coverage.map(({ dimension, currency, share }) => ({
    key: `${dimension} ${currency}`,
    name: `${dimensionLabels[dimension]}${currencies.size > 1 ? `, ${currencyName(currency)}` : ''}`,
    value: (
      <span className={styles.spread}>
        {share === null ? <Missing>no cost</Missing> : <Meter ratio={share} label={formatPercent(share, 0)} />}
        {dimension === 'gpu-class' && <UnknownGpus receipt={receipt} />}
      </span>
    ),
  }))
}

function UnknownGpus({ receipt }: { receipt: Receipt }) {
  const count = receipt.unknownGpus.length
  if (count === 0) return <span className="ink3">0 unknown GPUs</span>
  return (
    <Link className="link" href="/settings" title={receipt.unknownGpus.map((gpu) => gpu.evidence).join(', ')}>
      {formatCount(count)} unknown {count === 1 ? 'GPU' : 'GPUs'}
    </Link>
  )
}
