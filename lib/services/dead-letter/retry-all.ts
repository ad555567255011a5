import type { OperatorContext } from '@/lib/core/access/actor'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { recordOperatorAudit } from '@/lib/services/audit/record'

/** At most as many in one go, so that the queues are not flooded by one press. */
export const mostRetried = 500

/** Sends the oldest dead jobs back to their queues, at most 500; the audit keeps their ids. Throws Refusal `forbidden`. */
export async function retryAllDeadLetters({ ctx }: { ctx: OperatorContext }): Promise<{ retried: number }> {
  authorizeOperator(ctx, 'deadLetter.write')
  return inPlatform(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; queue: string | null }[]>`
      SELECT j.id::text AS id, retry_dead_letter(j.id) AS queue
      FROM (SELECT id FROM pgboss.job WHERE name = 'dead-letter' AND state IN ('created', 'retry') ORDER BY created_on, id LIMIT ${mostRetried}) j`
    const ids = rows.flatMap((row) => (row.queue === null ? [] : [row.id]))
    if (ids.length > 0) await recordOperatorAudit(tx, ctx, { verb: 'deadLetter.retryAll', target: { kind: 'deadLetter' }, after: { count: ids.length, ids } })
    return { retried: ids.length }
  })
}
