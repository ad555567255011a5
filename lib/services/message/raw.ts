import type { TenantContext } from '@/lib/core/access/actor'
import { MessageId } from '@/lib/core/inputs/message'
import { getObject } from '@/lib/aws/objects'
import { inTenantSql } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { messageNotFound } from './get'

const place = `SELECT m."rawBucket" AS bucket, m."rawKey" AS key
  FROM delivery d JOIN message m ON m."tenantId" = d."tenantId" AND m.id = d."messageId" WHERE d."tenantId" = $1 AND d.id = $2`

/** The mail as SES stored it, byte for byte. Throws Refusal `forbidden`, `invalid`, `not_found`; Fault where S3 does not give it. */
export async function rawMessage({ ctx, input }: { ctx: TenantContext; input: { id: string } }): Promise<Buffer> {
  authorize(ctx, 'message.read')
  const { id } = parseInput(MessageId, input)
  const { rows } = await inTenantSql(ctx.tenantId, (client) => client.query<{ bucket: string; key: string }>({ name: 'message-raw', text: place, values: [ctx.tenantId, id] }))
  if (!rows[0]) throw messageNotFound()
  return getObject(rows[0].bucket, rows[0].key)
}
