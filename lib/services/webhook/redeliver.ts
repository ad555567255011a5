import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { AttemptId, RedeliverAll } from '@/lib/core/inputs/webhook'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { webhookNotFound } from './answer'
import { attemptNotFound } from './attempt'
import { wakeEndpoint } from './emit'

/** Locked as a worker's claim locks it, so that no try begins or ends meanwhile. */
async function lockEnabled(tx: Transaction, tenantId: string, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM webhook_endpoint WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`
  if (!row) throw webhookNotFound()
  if (row.state !== 'enabled') throw new Refusal('conflict', 'The webhook is switched off: switch it on first.')
}

/**
 * Tells an attempt's event once more, as if it had just happened; a try that waits already comes now. Succeeded ones too: a receiver may have
 * lost it. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` where the webhook is off or a try is under way.
 */
export async function redeliverAttempt({ ctx, input }: { ctx: TenantContext; input: AttemptId }): Promise<{ accepted: true }> {
  authorize(ctx, 'webhook.write')
  const { id } = parseInput(AttemptId, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const given = await tx.webhookAttempt.findFirst({ where: { tenantId, id }, select: { endpointId: true, eventId: true, type: true } })
    if (!given) throw attemptNotFound()
    await lockEnabled(tx, tenantId, given.endpointId)
    const last = await tx.webhookAttempt.findFirstOrThrow({ where: { tenantId, ...given }, orderBy: { n: 'desc' }, select: { id: true, n: true, state: true } })
    if (last.state === 'claimed') throw new Refusal('conflict', 'A try is under way: wait for its end.')
    if (last.state === 'waiting') await tx.webhookAttempt.updateMany({ where: { tenantId, id: last.id }, data: { dueAt: new Date() } })
    else {
      await tx.webhookAttempt.updateMany({ where: { tenantId, id: last.id }, data: { undelivered: false } })
      await tx.webhookAttempt.createMany({ data: [{ tenantId, ...given, n: last.n + 1 }] })
    }
    await wakeEndpoint(tx, tenantId, given.endpointId)
    await recordAudit(tx, ctx, { verb: 'webhook.redeliver', target: { kind: 'webhook', id: given.endpointId }, after: { event: given.eventId, type: given.type } })
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return { accepted: true }
  })
}

/**
 * Tells again all that did not reach the endpoint. With `upTo` and `count` it is exactly the set that was shown: where it is another by now,
 * nothing is done. Gives the number. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict`.
 */
export async function redeliverAll({ ctx, input }: { ctx: TenantContext; input: RedeliverAll }): Promise<{ redelivered: number }> {
  authorize(ctx, 'webhook.write')
  const { id, count, upTo } = parseInput(RedeliverAll, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    await lockEnabled(tx, tenantId, id)
    const redelivered = await tx.$executeRaw`
      WITH failed AS (
        UPDATE webhook_attempt SET undelivered = false
        WHERE "tenantId" = ${tenantId}::uuid AND "endpointId" = ${id}::uuid AND undelivered AND (${upTo ?? null}::uuid IS NULL OR id <= ${upTo ?? null}::uuid)
        RETURNING "eventId", type, n)
      INSERT INTO webhook_attempt ("tenantId", "endpointId", "eventId", type, n) SELECT ${tenantId}::uuid, ${id}::uuid, "eventId", type, n + 1 FROM failed ORDER BY "eventId"`
    if (count !== undefined && redelivered !== count)
      throw new Refusal('conflict', `Not redelivered. It would have been ${redelivered} events, not ${count}: look at the log again.`, [{ path: ['count'], message: 'has changed', code: 'changed' }])
    if (redelivered === 0) return { redelivered }
    await wakeEndpoint(tx, tenantId, id)
    await recordAudit(tx, ctx, { verb: 'webhook.redeliverAll', target: { kind: 'webhook', id }, after: { events: redelivered } })
    await notifyLive(tx, `t:${tenantId}:webhook`)
    return { redelivered }
  })
}
