import { inPlatform } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { sendingSetting } from './setting'

/**
 * Every minute: a claim that is old, whose Send event did not come although a later event did, is queued again: SES cannot have taken it.
 * Without a later event it stays in doubt. Gives how many.
 */
export async function settleDoubts(): Promise<number> {
  const { topicArn, doubtSeconds } = await sendingSetting()
  return inPlatform(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE product_mail SET state = 'queued', "claimedAt" = NULL
      WHERE state = 'claimed' AND "claimedAt" <= now() - make_interval(secs => ${doubtSeconds}::float8)
        AND "claimedAt" < (SELECT "provedAt" FROM topic WHERE arn = ${topicArn})
      RETURNING id::text`
    for (const { id } of rows) await sendJob(tx, 'send', { id })
    return rows.length
  })
}
