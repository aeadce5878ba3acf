import type { Scope } from '@/lib/auth/scope.ts'
import { db } from '@/lib/db/client.ts'
import type { Prisma } from '@/lib/db/generated/client.ts'

type Details = Prisma.InputJsonObject

/** Changing the rule of every meter is the longest change there is; see lib/attribution/reattribute.ts. */
const transactionTimeoutMs = 300_000

/**
 * Makes a change and its audit row in one transaction and returns what the change returns: either both are stored or
 * neither. `action` is "thing.verb", `subject` names what was changed; `details` may depend on the result. Secrets
 * never belong in the details.
 */
export async function audited<Result>(
  scope: Pick<Scope, 'userId' | 'actor'>,
  action: string,
  subject: string,
  details: Details | ((result: Result) => Details),
  change: (transaction: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return db().$transaction(
    async (transaction) => {
      const result = await change(transaction)
      await transaction.auditEvent.create({
        data: {
          userId: scope.userId,
          actor: scope.actor,
          action,
          subject,
          details: typeof details === 'function' ? details(result) : details,
        },
      })
      return result
    },
    { timeout: transactionTimeoutMs, maxWait: 10_000 },
  )
}
