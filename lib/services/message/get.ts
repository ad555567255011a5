import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { MessageId } from '@/lib/core/inputs/message'
import { inTenantSql } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { messageColumns, type MessageRow } from './row'

interface Attachment {
  filename: string | null
  contentType: string
  size: number
  disposition: string | null
}

interface MessageEvent {
  kind: string
  at: Date
  data: Record<string, unknown>
}

export interface MessageDetail extends MessageRow {
  dmarcPolicy: string | null
  /** The rule set version that decided; null where none was published. */
  ruleVersion: number | null
  /** The Message-ID field. */
  headerMessageId: string
  /** In order, decoded. */
  headers: { name: string; value: string }[]
  /** Text body, at most 64 KB of it. */
  text: string
  hasHtml: boolean
  attachments: Attachment[]
  /** Why the mail could not be parsed; null where it could. */
  parseError: string | null
  /** Oldest first. */
  events: MessageEvent[]
}

const one = `SELECT ${messageColumns}, d."dmarcPolicy", d."ruleVersion",
    m."headerMessageId", m.headers, m.text, m."hasHtml", m.attachments, m."parseError"
  FROM delivery d JOIN message m ON m."tenantId" = d."tenantId" AND m.id = d."messageId" WHERE d."tenantId" = $1 AND d.id = $2`

/** One message with its header, text, attachments and events. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getMessage({ ctx, input }: { ctx: TenantContext; input: { id: string } }): Promise<MessageDetail> {
  authorize(ctx, 'message.read')
  const { id } = parseInput(MessageId, input)
  return inTenantSql(ctx.tenantId, async (client) => {
    const { rows } = await client.query<Omit<MessageDetail, 'events'>>({ name: 'message-one', text: one, values: [ctx.tenantId, id] })
    if (!rows[0]) throw messageNotFound()
    const text = 'SELECT kind, at, data FROM event WHERE "tenantId" = $1 AND "deliveryId" = $2 ORDER BY at, key'
    const events = await client.query<MessageEvent>({ name: 'message-events', text, values: [ctx.tenantId, id] })
    return { ...rows[0], events: events.rows }
  })
}

/** The same for a foreign id and a missing one. */
export const messageNotFound = () => new Refusal('not_found', 'There is no such message.')
