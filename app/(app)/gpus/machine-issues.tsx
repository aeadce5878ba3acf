'use client'

import Link from 'next/link'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { listFilter, machinesFilter } from '@/components/spend/queries.ts'
import { Icon } from '@/components/ui/icon.tsx'
import { Section } from '@/components/ui/section.tsx'
import { addKnown } from '@/components/usage/usage-totals.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCount, formatHours } from '@/lib/core/format.ts'

const SHOWN = 5

/** Where bills and telemetry do not fit: more hours held than billed, and machines that no bill names. Nothing when they do. */
export function MachineIssues({ filter }: { filter: SpendFilter }) {
  const { mayImport } = usePageData()
  const excess = (useSpend('host-usage', machinesFilter(filter)).data?.rows ?? []).filter((row) => row.excess !== null)
  const anyClass = { ...filter, clauses: filter.clauses.filter(({ dimension }) => dimension !== 'gpu-class') }
  const unmatched = useSpend('unmatched-hosts', listFilter(anyClass)).data ?? []
  if (excess.length === 0 && unmatched.length === 0) return null
  const hours = (texts: readonly (string | null)[]) =>
    formatHours(texts.reduce<string | null>((sum, text) => addKnown(sum, text), null) ?? '0')
  const names = (list: readonly string[]) =>
    list.length > SHOWN ? `${list.slice(0, SHOWN).join(', ')} and ${list.length - SHOWN} more` : list.join(', ')
  return (
    <Section title="Bills and telemetry do not fit" note="shown as they are; neither is bent to the other">
      <ul className="list">
        {excess.length > 0 && (
          <li>
            <Icon name="warning" small className="warn" />
            <span>
              <b>
                {hours(excess.map((row) => row.excess))} GPU hours more held than billed on {formatCount(excess.length)}{' '}
                {excess.length === 1 ? 'machine' : 'machines'}
              </b>
              <small>
                {names(excess.map((row) => row.host))}. The bill lacks hours, or the telemetry counts them twice; the
                hours billed were split in proportion.
              </small>
            </span>
          </li>
        )}
        {unmatched.length > 0 && (
          <li>
            <Icon name="warning" small className="warn" />
            <span>
              <b>
                {hours(unmatched.map((row) => row.held))} GPU hours on {formatCount(unmatched.length)}{' '}
                {unmatched.length === 1 ? 'machine' : 'machines'} that no bill names
              </b>
              <small>{names(unmatched.map((row) => row.resource))}. Their hours are in no figure about money.</small>
            </span>
            {mayImport && (
              <span className="a">
                <Link className="link" href="/settings/hosts" prefetch={false}>
                  Name their machines
                </Link>
              </span>
            )}
          </li>
        )}
      </ul>
    </Section>
  )
}
