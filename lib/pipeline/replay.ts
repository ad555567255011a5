import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { MessageId } from '@/lib/core/inputs/message'
import { inTenant } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { isHeldForLimit } from './hold'

/**
 * Asks that the published rules run again on a delivery's stored mail. The worker does it: the web's role may not change a delivery.
 * `run` is the number that the new trace will have; asking again while it waits gives the same.
 * Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` (it waits for room under a limit).
 */
export async function replayDelivery({ ctx, input }: { ctx: TenantContext; input: MessageId }): Promise<{ accepted: true; run: number }> {
  authorize(ctx, 'message.replay')
  const { id } = parseInput(MessageId, input)
  const { tenantId, actor } = ctx
  return inTenant(tenantId, async (tx) => {
    const delivery = await tx.delivery.findFirst({ where: { tenantId, id, direction: 'in' }, select: { disposition: true, reasonCode: true } })
    if (!delivery) throw new Refusal('not_found', 'There is no such message.')
    if (isHeldForLimit(delivery.disposition, delivery.reasonCode)) throw new Refusal('conflict', 'The message waits for room under a limit: it is processed by itself once there is some.')
    const last = await tx.trace.findFirst({ where: { tenantId, deliveryId: id }, orderBy: { run: 'desc' }, select: { run: true } })
    const run = (last?.run ?? 0) + 1
    const data = { tenantId, deliveryId: id, run: String(run), actorKind: actor.kind, actorId: actor.id }
    await sendJob(tx, 'replay', data, { singletonKey: `replay:${tenantId}:${id}` })
    return { accepted: true, run }
  })
}
