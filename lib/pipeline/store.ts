import type { PoolClient } from 'pg'
import { domainOf } from '@/lib/core/address/envelope'
import { deliveryId } from '@/lib/core/message/id'
import { Fault } from '@/lib/core/fault'
import type { Incoming } from '@/lib/core/message/incoming'
import type { MailLimit } from '@/lib/core/limit/limits'
import { searchDocument } from '@/lib/core/message/words'
import type { Evaluation } from '@/lib/core/rules/evaluate'
import { notifyLive } from '@/lib/db/live'
import { inTenantSql, queryOfClient, writerOf } from '@/lib/db/tenant'
import type { ParsedMail } from '@/lib/mail/parse'
import { sendJob } from '@/lib/queue/send'
import { readLimits } from '@/lib/services/limit/limits'
import { holdStanding } from '@/lib/services/tenant/standing'
import { emitWebhooks } from '@/lib/services/webhook/emit'
import { decideDelivery } from './decide'
import { holdForLimit, holdForTenant } from './hold'
import { takeRoom } from './room'
import type { Routed } from './route'
import { publishedRules } from './rules'
import { receivedEvents } from './webhook/message-event'

const messageColumns = `"tenantId", id, direction, "sesMessageId", "mailFrom", "fromAddress", "fromName", subject, "headerMessageId",
  "receivedAt", size, "rawBucket", "rawKey", headers, text, "hasHtml", attachments, "parseError"`
const deliveryColumns = `"tenantId", id, "messageId", direction, "sesMessageId", recipient, "domainId", "mailFrom", "fromAddress", "fromName",
  "fromDomain", subject, "receivedAt", size, spam, virus, spf, dkim, dmarc, "dmarcPolicy", disposition, reason, "reasonCode", "matchedRules", "ruleVersion"`

const insertMessage = `
  INSERT INTO message (${messageColumns}) SELECT ${messageColumns}
  FROM json_populate_record(NULL::message, $1::json) ON CONFLICT DO NOTHING`

// One statement: search, trace, events and counts follow the deliveries that were really inserted, so that a repeated job changes nothing.
// The counts come last, for they wait until all deliveries stand, and hours after days: no two jobs can hold what the other waits for.
const insertDeliveries = `
  WITH d AS (
    INSERT INTO delivery (${deliveryColumns}) SELECT ${deliveryColumns}
    FROM json_populate_recordset(NULL::delivery, $1::json) ORDER BY id
    ON CONFLICT DO NOTHING RETURNING "tenantId", id, "receivedAt", disposition),
  s AS (
    INSERT INTO delivery_search ("tenantId", id, text, words)
    SELECT x."tenantId", x.id, x.text, x.words
    FROM json_populate_recordset(NULL::delivery_search, $2::json) x JOIN d USING (id) ORDER BY x.id),
  t AS (
    INSERT INTO trace ("tenantId", "deliveryId", run, steps)
    SELECT x."tenantId", x."deliveryId", x.run, x.steps
    FROM json_populate_recordset(NULL::trace, $3::json) x JOIN d ON d.id = x."deliveryId" ORDER BY d.id),
  e AS (
    INSERT INTO event ("tenantId", "deliveryId", key, kind, at, data)
    SELECT x."tenantId", x."deliveryId", x.key, x.kind, coalesce(x.at, now()), x.data
    FROM json_populate_recordset(NULL::event, $4::json) x JOIN d ON d.id = x."deliveryId" ORDER BY d.id),
  c AS (
    INSERT INTO day_count ("tenantId", day, direction, disposition, n)
    SELECT "tenantId", ("receivedAt" AT TIME ZONE 'UTC')::date, 'in', disposition, count(*) FROM d GROUP BY 1, 2, 4 ORDER BY 2, 4
    ON CONFLICT ("tenantId", day, direction, disposition) DO UPDATE SET n = day_count.n + excluded.n RETURNING 1),
  h AS (
    INSERT INTO hour_count ("tenantId", hour, direction, disposition, n)
    SELECT "tenantId", date_trunc('hour', "receivedAt", 'UTC'), 'in', disposition, count(*) FROM d WHERE EXISTS (SELECT FROM c) GROUP BY 1, 2, 4 ORDER BY 2, 4
    ON CONFLICT ("tenantId", hour, direction, disposition) DO UPDATE SET n = hour_count.n + excluded.n)
  SELECT count(*)::int AS n, array_agg(d.id) AS ids,
    EXISTS (SELECT FROM webhook_endpoint w WHERE w."tenantId" = $5::uuid AND w.state = 'enabled' AND 'message.received' = ANY (w."eventTypes")) AS told FROM d`

export interface TenantMail {
  tenantId: string
  messageId: string
  incoming: Incoming
  mail: ParsedMail
  size: number
  /** The tenant's own copy. */
  raw: { bucket: string; key: string }
  recipients: readonly Routed[]
}

/** Stores a mail for one tenant in one transaction: message, and each delivery with its decision. Gives the number of new deliveries. */
export function storeMail(input: TenantMail, alongside: (client: PoolClient) => Promise<unknown>): Promise<number> {
  return inTenantSql(input.tenantId, async (client) => {
    await alongside(client)
    const standing = await holdStanding((text, values) => client.query(text, values), input.tenantId)
    if (standing === 'gone') throw new Fault('transient', 'The tenant was deleted meanwhile: the mail is routed anew.')
    const published = await publishedRules((text, values) => client.query(text, values), input.tenantId)
    const { rowCount: isNew } = await client.query({ name: 'take-message', text: insertMessage, values: [JSON.stringify(messageRow(input))] })
    const rowsWith = (hold?: Evaluation) => input.recipients.map((routed) => deliveryRows(input, routed, published, hold))
    // Decided before the tenant's count is locked.
    let made = rowsWith(standing && holdForTenant(standing))
    const waitsFor = isNew === 1 ? await countNew(client, input, standing !== undefined) : await waitedFor(client, input)
    if (waitsFor && !standing) made = rowsWith(holdForLimit(waitsFor))
    const column = (pick: (rows: (typeof made)[number]) => object[]) => JSON.stringify(made.flatMap(pick))
    const values = [column((m) => [m.delivery]), column((m) => [m.search]), column((m) => [m.trace]), column((m) => m.events), input.tenantId]
    const { rows } = await client.query<{ n: number; ids: string[] | null; told: boolean }>({ name: 'take-deliveries', text: insertDeliveries, values })
    const { n, ids, told } = rows[0]!
    // What is held is told once it is processed.
    if (told && !standing && !waitsFor) await emitWebhooks(writerOf(client), input.tenantId, receivedEvents(made.map((m) => m.delivery).filter((d) => ids?.includes(d.id))))
    if (n > 0) await notifyLive(client, `t:${input.tenantId}:delivery`)
    return n
  })
}

/** Counts the message, once. Gives the limit for which it waits: its place in the queue is noted then. */
async function countNew(client: PoolClient, { tenantId, messageId, size }: TenantMail, isHeld: boolean): Promise<MailLimit | null> {
  const { limits } = await readLimits(queryOfClient(client), tenantId)
  const { waitsFor, wake } = await takeRoom(client, { tenantId, bytes: size, limits, now: new Date() }, isHeld)
  if (waitsFor) await client.query('INSERT INTO limit_hold ("tenantId", "messageId", bytes) VALUES ($1, $2, $3)', [tenantId, messageId, size])
  if (wake) await sendJob(writerOf(client), 'limit', { tenantId }, { singletonKey: tenantId })
  return waitsFor
}

/** A second envelope of a mail that is here: its recipients wait with the others. The lock keeps the release of the message from passing them by. */
async function waitedFor(client: PoolClient, { tenantId, messageId }: TenantMail): Promise<MailLimit | null> {
  const { rowCount } = await client.query('SELECT 1 FROM limit_hold WHERE "tenantId" = $1 AND "messageId" = $2 FOR SHARE', [tenantId, messageId])
  if (rowCount === 0) return null
  const { rows } = await client.query<{ waitsFor: MailLimit | null }>('SELECT "waitsFor" FROM tenant_usage WHERE "tenantId" = $1', [tenantId])
  return rows[0]?.waitsFor ?? null
}

function authorOf(mail: ParsedMail): { fromAddress: string; fromName: string } {
  const [author] = mail.from
  return { fromAddress: author?.address.toLowerCase() ?? '', fromName: author?.name ?? '' }
}

function messageRow({ tenantId, messageId, incoming, mail, size, raw }: TenantMail): object {
  return {
    tenantId,
    id: messageId,
    direction: 'in',
    sesMessageId: incoming.sesMessageId,
    mailFrom: incoming.mailFrom,
    ...authorOf(mail),
    subject: mail.subject,
    headerMessageId: mail.messageId,
    receivedAt: incoming.receivedAt,
    size,
    rawBucket: raw.bucket,
    rawKey: raw.key,
    headers: mail.headers,
    text: mail.text,
    hasHtml: mail.hasHtml,
    attachments: mail.attachments,
    parseError: mail.parseError ?? null,
  }
}

function deliveryRows(input: TenantMail, routed: Routed, published: Awaited<ReturnType<typeof publishedRules>>, hold: Evaluation | undefined) {
  const { tenantId, incoming, mail } = input
  const { recipient, mailbox, domainId } = routed
  const { mailFrom, verdicts, dmarcPolicy, receivedAt, sesMessageId } = incoming
  const id = deliveryId(receivedAt, sesMessageId, recipient)
  const decided = hold ?? decideDelivery({ mail, recipient, mailbox, mailFrom, verdicts, dmarcPolicy, ...published })
  const ruleVersion = hold ? null : published.version
  const author = authorOf(mail)
  const filenames = mail.attachments.map((a) => a.filename).join(' ')
  const sought = [mail.subject, author.fromName, author.fromAddress, recipient, mailFrom, filenames, mail.text]
  const { disposition, reason, reasonCode, matchedRules } = decided
  return {
    delivery: {
      tenantId,
      id,
      messageId: input.messageId,
      direction: 'in',
      sesMessageId,
      recipient,
      domainId,
      mailFrom: mailFrom.toLowerCase(),
      ...author,
      fromDomain: domainOf(author.fromAddress),
      subject: mail.subject,
      receivedAt,
      size: input.size,
      ...verdicts,
      dmarcPolicy,
      disposition,
      reason,
      reasonCode,
      matchedRules,
      ruleVersion,
    },
    search: { tenantId, id, ...searchDocument(sought) },
    trace: { tenantId, deliveryId: id, run: 1, steps: decided.steps },
    events: [
      { tenantId, deliveryId: id, key: 'received', kind: 'received', at: receivedAt, data: {} },
      { tenantId, deliveryId: id, key: 'routed', kind: 'routed', at: null, data: { disposition, reason, reasonCode, ruleVersion } },
    ],
  }
}
