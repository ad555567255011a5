import type { TenantContext } from '@/lib/core/access/actor'
import { WebhookId } from '@/lib/core/inputs/webhook'
import { inTenant } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { findWebhook } from './answer'
import { wakeEndpoint } from './emit'

/** Deletes an endpoint: nothing more is told to it, and the worker deletes its log. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function removeWebhook({ ctx, input }: { ctx: TenantContext; input: WebhookId }): Promise<void> {
  authorize(ctx, 'webhook.write')
  const { id } = parseInput(WebhookId, input)
  const { tenantId } = ctx
  await inTenant(tenantId, async (tx) => {
    const { url, description, eventTypes } = await findWebhook(tx, tenantId, id)
    await tx.webhookEndpoint.deleteMany({ where: { tenantId, id } })
    await wakeEndpoint(tx, tenantId, id)
    await recordAudit(tx, ctx, { verb: 'webhook.remove', target: { kind: 'webhook', id }, before: { url, description, eventTypes } })
    await notifyLive(tx, `t:${tenantId}:webhook`)
  })
}
