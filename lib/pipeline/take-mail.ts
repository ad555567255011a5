import { getObject, copyObject } from '@/lib/aws/objects'
import { Fault, isTransient } from '@/lib/core/fault'
import { messageIdFor } from '@/lib/core/message/id'
import type { Incoming } from '@/lib/core/message/incoming'
import type { Receiving } from '@/lib/core/receiving'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { parseMail, type ParsedMail } from '@/lib/mail/parse'
import { databaseFault } from './database-fault'
import { claim, settle } from './effects'
import { receivingSetting } from './receiving'
import { route, type Routed } from './route'
import { storeMail } from './store'

const copyLease = 120

/**
 * Takes a received mail in: one delivery for each envelope recipient, one message for each tenant. Doing it again changes nothing.
 * Each tenant is served whatever happens to another. Gives the outcome in words; throws Fault.
 */
export async function takeMail(incoming: Incoming): Promise<string> {
  const receiving = await receivingSetting()
  refuseForeign(incoming, receiving)
  const raw = await getObject(incoming.raw.bucket, incoming.raw.key)
  const mail = await parseMail(raw)
  const { tenants, unrouted } = await route(incoming.recipients)

  let stored = 0
  const failures: unknown[] = []
  for (const [tenantId, recipients] of tenants) {
    try {
      stored += await takeForTenant({ tenantId, recipients, incoming, mail, size: raw.length, bucket: receiving.bucket })
    } catch (error) {
      failures.push(databaseFault(`Storing mail ${incoming.sesMessageId}`, error))
    }
  }
  await keepUnrouted(incoming, unrouted)
  // One tenant may be helped by a retry and another not: the retry comes first.
  const worst = failures.find(isTransient) ?? failures[0]
  if (worst) throw worst
  return `delivered: ${stored} new, ${incoming.recipients.length - unrouted.length - stored} known, ${unrouted.length} unrouted`
}

// An envelope must never drive us to read what is not a mail that SES stored for us.
function refuseForeign({ raw, sesMessageId }: Incoming, { bucket, prefix }: Receiving): void {
  if (raw.bucket !== bucket) throw new Fault('permanent', 'The notification names an object in a bucket that is not ours.')
  if (raw.key !== `${prefix}/${sesMessageId}`)
    throw new Fault('permanent', `The notification names an object that is not ${prefix}/<its messageId>.`)
}

interface ForTenant {
  tenantId: string
  recipients: Routed[]
  incoming: Incoming
  mail: ParsedMail
  size: number
  bucket: string
}

async function takeForTenant({ tenantId, recipients, incoming, mail, size, bucket }: ForTenant): Promise<number> {
  const messageId = messageIdFor(incoming.receivedAt, incoming.sesMessageId, tenantId)
  const effect = `raw:${messageId}`
  const key = `t/${tenantId}/${messageId}`
  const claimed = await claim(tenantId, effect, copyLease)
  // Held: another job copies the same bytes, or died at it. Copying once more is the same as once, and whoever stores the mail settles the claim.
  if (claimed.state !== 'settled') await copyObject(bucket, incoming.raw.key, key)
  return storeMail({ tenantId, messageId, incoming, mail, size, raw: { bucket, key }, recipients }, async (client) => {
    if (claimed.state !== 'settled') await settle(client, tenantId, effect, claimed.attempt, { key })
  })
}

async function keepUnrouted(incoming: Incoming, unrouted: { recipient: string; reason: string }[]): Promise<void> {
  if (unrouted.length === 0) return
  log.warn({ sesMessageId: incoming.sesMessageId, count: unrouted.length }, 'mail for recipients of no tenant')
  await database()
    .pool.query(
      `INSERT INTO unrouted ("sesMessageId", recipient, reason, "rawBucket", "rawKey", "receivedAt")
       SELECT $1, u.recipient, u.reason, $4, $5, $6 FROM unnest($2::text[], $3::text[]) AS u(recipient, reason) ORDER BY u.recipient
       ON CONFLICT DO NOTHING`,
      [
        incoming.sesMessageId,
        unrouted.map((u) => u.recipient),
        unrouted.map((u) => u.reason),
        incoming.raw.bucket,
        incoming.raw.key,
        incoming.receivedAt,
      ],
    )
    .catch((error: unknown) => {
      throw databaseFault('Keeping unrouted mail', error)
    })
}
