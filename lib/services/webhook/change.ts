import type { TenantContext } from '@/lib/core/access/actor'
import { ChangeWebhook } from '@/lib/core/inputs/webhook'
import { inTenant } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { findWebhook, type WebhookAnswer } from './answer'
import { cancelWaiting } from './cancel-waiting'
import { checkedUrl } from './check-url'

/**
 * Changes an endpoint, also switches it off and on. Off: what waits is cancelled, and what happens meanwhile is not told. On: the log offers
 * to redeliver what was cancelled. Throws Refusal `forbidden`, `invalid`, `not_found`.
 */
export async function changeWebhook({ ctx, input }: { ctx: TenantContext; input: ChangeWebhook }): Promise<WebhookAnswer> {
  authorize(ctx, 'webhook.write')
  const { id, url, enabled, description, eventTypes } = parseInput(ChangeWebhook, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    // Locked as a worker's claim locks it: no try begins between the look and the change.
    await tx.$executeRaw`SELECT 1 FROM webhook_endpoint WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`
    const before = await findWebhook(tx, tenantId, id)
    const wanted = { ...(url === undefined ? {} : { url: checkedUrl(url) }), ...(description === undefined ? {} : { description }), ...(eventTypes === undefined ? {} : { eventTypes }) }
    const turned = enabled === undefined || enabled === before.enabled ? {} : enabled ? { state: 'enabled', disabledWhy: null, disabledAt: null, failingSince: null } : { state: 'disabled', disabledWhy: 'person', disabledAt: new Date() }
    await tx.webhookEndpoint.updateMany({ where: { tenantId, id }, data: { ...wanted, ...turned } })
    if (turned.state === 'disabled') await cancelWaiting(tx, tenantId, id)
    const after = await findWebhook(tx, tenantId, id)
    const said = ({ url, description, eventTypes, enabled }: WebhookAnswer) => ({ url, description, eventTypes, enabled })
    if (JSON.stringify(said(before)) !== JSON.stringify(said(after))) await recordAudit(tx, ctx, { verb: 'webhook.change', target: { kind: 'webhook', id }, before: said(before), after: said(after) })
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return after
  })
}
