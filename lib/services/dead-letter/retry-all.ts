import type { OperatorContext } from '@/lib/core/access/actor'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { recordOperatorAudit } from '@/lib/services/audit/record'

/** At most as many in one go, so that the queues are not flooded by one press. */
export const mostRetried = 500

/** Sends the oldest dead jobs back to their queues, at most 500; the audit keeps what they were. Throws Refusal `forbidden`. */
export async function retryAllDeadLetters({ ctx }: { ctx: OperatorContext }): Promise<{ retried: number }> {
  authorizeOperator(ctx, 'deadLetter.write')
  return inPlatform(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; queue: string | null; data: Record<string, string>; reason: string }[]>`
      SELECT j.id::text AS id, retry_dead_letter(j.id) AS queue, j.data, j.reason
      FROM (SELECT id, coalesce(data, '{}') AS data, coalesce(source_output ->> 'message', source_output -> 'value' ->> 'message', '') AS reason
            FROM pgboss.job WHERE name = 'dead-letter' AND state IN ('created', 'retry') ORDER BY created_on, id LIMIT ${mostRetried}) j`
    const before = rows.flatMap(({ id, queue, data, reason }) => (queue === null ? [] : [{ id, queue, data, reason }]))
    if (before.length > 0) await recordOperatorAudit(tx, ctx, { verb: 'deadLetter.retryAll', target: { kind: 'deadLetter' }, before, after: { count: before.length } })
    return { retried: before.length }
  })
}
