import { db } from '@/lib/db/client.ts'

const pageSize = 50

/** One line of the audit log. `at` is ISO 8601; `details` is JSON as it was written. */
export type AuditRow = {
  id: string
  at: string
  actor: string
  action: string
  subject: string
  details: Record<string, unknown>
}

/** A page of the audit log, newest first, from before the event `before`; `next` is where the page after it begins. */
export async function readAuditLog(before: string | null): Promise<{ events: AuditRow[]; next: string | null }> {
  const rows = await db().auditEvent.findMany({
    where: before ? { id: { lt: BigInt(before) } } : {},
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const shown = rows.slice(0, pageSize)
  const events = shown.map((row) => ({
    id: row.id.toString(),
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    details: row.details as Record<string, unknown>,
  }))
  return { events, next: rows.length > pageSize ? (shown.at(-1)?.id.toString() ?? null) : null }
}
