import { randomUUID } from 'node:crypto'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { WebhookId } from '@/lib/core/inputs/webhook'
import { inTenant } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { findWebhook } from './answer'
import { emitWebhooks } from './emit'

/** Sends a test event to one endpoint. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` where it is switched off. */
export async function testWebhook({ ctx, input }: { ctx: TenantContext; input: WebhookId }): Promise<{ accepted: true }> {
  authorize(ctx, 'webhook.write')
  const { id } = parseInput(WebhookId, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const { enabled } = await findWebhook(tx, tenantId, id)
    if (!enabled) throw new Refusal('conflict', 'The webhook is switched off: switch it on first.')
    const data = { message: 'A test event, sent because somebody asked for it.' }
    await emitWebhooks(tx, tenantId, [{ type: 'webhook.test', source: `webhook.test:${randomUUID()}`, at: new Date(), data }], { only: id })
    await recordAudit(tx, ctx, { verb: 'webhook.test', target: { kind: 'webhook', id } })
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return { accepted: true }
  })
}
