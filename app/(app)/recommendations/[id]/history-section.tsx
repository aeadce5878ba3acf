import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatInstant } from '@/lib/core/format-date.ts'
import type { FindingEvent } from '@/lib/recommendations/finding-detail.ts'

const said: Record<string, string> = {
  found: 'Found',
  'found again': 'Found again',
  closed: 'Closed itself',
  plan: 'Planned',
  done: 'Marked done',
  dismiss: 'Dismissed',
  reopen: 'Opened again',
  assume: 'Assumptions changed',
}

/** Who did what with the finding, the newest first. */
export function HistorySection({ events }: { events: readonly FindingEvent[] }) {
  return (
    <Section span={4} title="History">
      <DescriptionList
        items={events.map((event, index) => ({
          key: `${event.at} ${index}`,
          name: formatInstant(event.at),
          value: (
            <>
              {said[event.action] ?? event.action} by {event.actor}
              {detailsText(event.details)}
            </>
          ),
        }))}
      />
    </Section>
  )
}

function detailsText(details: Record<string, unknown>): string {
  const { owner, dueOn, doneOn, reason, until, values } = details
  const parts = [
    owner && `owner ${owner}`,
    dueOn && `due ${dueOn}`,
    doneOn && `on ${doneOn}`,
    reason && String(reason),
    until && `until ${until}`,
    values &&
      Object.entries(values)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
  ].filter(Boolean)
  return parts.length > 0 ? `: ${parts.join(', ')}` : ''
}
