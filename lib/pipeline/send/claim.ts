import { database } from '@/lib/db/client'

export interface Claimed {
  attempt: number
  recipient: string
  content: Buffer
}

/** Takes a queued mail. Undefined where it is claimed, sent, failed or gone: a claim whose worker died is for `settleDoubts`. */
export async function claimMail(id: string): Promise<Claimed | undefined> {
  const { rows } = await database().pool.query<Claimed>(
    `UPDATE product_mail SET state = 'claimed', attempt = attempt + 1, "claimedAt" = now()
     WHERE id = $1 AND state = 'queued' AND content IS NOT NULL RETURNING attempt, recipient, content`,
    [id],
  )
  return rows[0]
}

/** Settles a claim as sent. An event may have been faster, from this attempt or an earlier one: then nothing changes. */
export async function settleSent(id: string, sesMessageId: string): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `UPDATE product_mail SET state = 'sent', "sesMessageId" = $2, content = NULL, error = NULL, "settledAt" = now() WHERE id = $1 AND state <> 'sent'`,
    [id, sesMessageId],
  )
  return rowCount === 1
}

/** Gives a claim back: SES has not taken the mail. The attempt is the fence. */
export async function release(id: string, attempt: number): Promise<void> {
  await database().pool.query(`UPDATE product_mail SET state = 'queued', "claimedAt" = NULL WHERE id = $1 AND state = 'claimed' AND attempt = $2`, [id, attempt])
}

/** Ends a claim: SES will never take the mail. */
export async function fail(id: string, attempt: number, error: string): Promise<void> {
  await database().pool.query(
    `UPDATE product_mail SET state = 'failed', content = NULL, error = $3, "settledAt" = now() WHERE id = $1 AND state = 'claimed' AND attempt = $2`,
    [id, attempt, error.slice(0, 1000)],
  )
}
