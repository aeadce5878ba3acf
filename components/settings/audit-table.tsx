import { TableFrame } from '@/components/ui/table.tsx'
import type { AuditRow } from '@/lib/auth/audit-log.ts'

/** Lines of the audit log; the details as they were written. */
export function AuditTable({ events }: { events: readonly AuditRow[] }) {
  return (
    <TableFrame label="Audit log">
      <table>
        <thead>
          <tr>
            <th scope="col">When, UTC</th>
            <th scope="col">Who</th>
            <th scope="col">Did</th>
            <th scope="col">To</th>
            <th scope="col">Details</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td>
                <time dateTime={event.at}>{event.at.slice(0, 19).replace('T', ' ')}</time>
              </td>
              <td>{event.actor}</td>
              <td>{event.action}</td>
              <td className="wrap">{event.subject}</td>
              <td className="wrap ink2" style={{ overflowWrap: 'anywhere', minWidth: '14rem' }}>
                {detailText(event.details)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function detailText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
