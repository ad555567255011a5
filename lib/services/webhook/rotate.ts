import type { TenantContext } from '@/lib/core/access/actor'
import { WebhookId } from '@/lib/core/inputs/webhook'
import { inTenant } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { webhookNotFound } from './answer'
import { newSecret } from './secret'

/** How long the secret of before goes on signing beside the new one. */
const overlapHours = 24

export interface Rotated {
  /** Told here and never again. */
  secret: string
  previousSecretUntil: Date
}

/** A new signing secret; for a day requests carry a signature by each. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function rotateSecret({ ctx, input }: { ctx: TenantContext; input: WebhookId }): Promise<Rotated> {
  authorize(ctx, 'webhook.write')
  const { id } = parseInput(WebhookId, input)
  const { tenantId } = ctx
  const { secret, sealed } = newSecret(id)
  return inTenant(tenantId, async (tx) => {
    const until = new Date(Date.now() + overlapHours * 3_600_000)
    const changed = await tx.$executeRaw`
      UPDATE webhook_endpoint SET "previousSecret" = secret, "previousUntil" = ${until}, secret = ${sealed} WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid`
    if (changed === 0) throw webhookNotFound()
    await recordAudit(tx, ctx, { verb: 'webhook.rotate', target: { kind: 'webhook', id }, after: { previousSecretUntil: until.toISOString() } })
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return { secret, previousSecretUntil: until }
  })
}
