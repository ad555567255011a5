import { randomUUID } from 'node:crypto'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { NewWebhook } from '@/lib/core/inputs/webhook'
import { inTenant } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { findWebhook, type WebhookAnswer } from './answer'
import { checkedUrl } from './check-url'
import { newSecret } from './secret'

/** Each multiplies what an event costs. */
export const mostWebhooks = 20

/** Makes an endpoint. The secret is told here and never again. Throws Refusal `forbidden`, `invalid`, `conflict` where there are too many. */
export async function createWebhook({ ctx, input }: { ctx: TenantContext; input: NewWebhook }): Promise<WebhookAnswer & { secret: string }> {
  authorize(ctx, 'webhook.write')
  const { url: text, description, eventTypes } = parseInput(NewWebhook, input)
  const url = checkedUrl(text)
  const { tenantId } = ctx
  const id = randomUUID()
  const { secret, sealed } = newSecret(id)
  return inTenant(tenantId, async (tx) => {
    const there = await tx.webhookEndpoint.count({ where: { tenantId } })
    if (there >= mostWebhooks) throw new Refusal('conflict', `There are ${there} webhooks already, which is the most: delete one first.`, [{ path: ['url'], message: 'is one too many', code: 'many' }])
    await tx.webhookEndpoint.createMany({ data: [{ tenantId, id, url, description, eventTypes, secret: Uint8Array.from(sealed) }] })
    await recordAudit(tx, ctx, { verb: 'webhook.create', target: { kind: 'webhook', id }, after: { url, description, eventTypes } })
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return { ...(await findWebhook(tx, tenantId, id)), secret }
  })
}
